'use strict';
// What every part of the script shares. Texts of notices reach the page only through
// textContent and setAttribute.
const jikenbo = {};

jikenbo.data = () => jikenbo.cached || (jikenbo.cached = JSON.parse(document.getElementById('site').textContent));
jikenbo.t = (key, ...args) =>
  args.reduce((text, a, i) => text.split(`{${i}}`).join(String(a)), jikenbo.data().messages[key] ?? `⟦${key}⟧`);
jikenbo.label = (key, ...args) =>
  args.reduce((text, a, i) => text.split(`{${i}}`).join(String(a)), jikenbo.data().labels[key] ?? `⟦${key}⟧`);

// number writes 1万2,345 in Japanese, 12,345 in English.
jikenbo.number = (n) => {
  if (n === null || n === undefined || n === '') return '';
  n = Math.round(Number(n) * 10) / 10;
  if (n < 0) return '−' + jikenbo.number(-n);
  const whole = Math.floor(n);
  const tenth = Math.round((n - whole) * 10);
  const rest = tenth ? '.' + tenth : '';
  const group = (x) => String(x).replace(/\B(?=(\d{3})+$)/g, ',');
  if (jikenbo.data().lang !== 'ja') return group(whole) + rest;
  let out = '';
  let left = whole;
  for (const [size, name] of [[1e12, '兆'], [1e8, '億'], [1e4, '万'], [1, '']]) {
    const q = Math.floor(left / size);
    if (q > 0) out += group(q) + name;
    left %= size;
  }
  return (out || '0') + rest;
};

// compact writes a round number for an axis: 1.2万, 12k.
jikenbo.compact = (n) => {
  const units = jikenbo.data().lang === 'ja' ? [[1e8, '億'], [1e4, '万']] : [[1e9, 'B'], [1e6, 'M'], [1e3, 'k']];
  for (const [size, name] of units) {
    if (Math.abs(n) >= size) return Number((n / size).toFixed(1)) + name;
  }
  return jikenbo.number(n);
};

jikenbo.days = (n) => jikenbo.t('days', jikenbo.number(n));

// eraDate writes an ISO date, whole or cut, in its era: 令和6年5月7日.
jikenbo.eraDate = (iso) => {
  const whole = iso.length === 10 ? iso : iso.length === 7 ? iso + '-01' : iso + '-01-01';
  let era = null;
  for (const e of jikenbo.data().eras || []) if (e.from <= whole) era = e;
  if (!era || !/^\d{4}/.test(iso)) return '';
  const count = Number(iso.slice(0, 4)) - Number(era.from.slice(0, 4)) + 1;
  let out = `${era.name}${count === 1 ? '元' : count}年`;
  if (iso.length >= 7) out += `${Number(iso.slice(5, 7))}月`;
  if (iso.length === 10) out += `${Number(iso.slice(8))}日`;
  return out;
};

// el makes an element: el('a', {href: '#'}, 'text', child).
jikenbo.el = (tag, attributes, ...children) => {
  const node = document.createElement(tag);
  for (const [k, v] of Object.entries(attributes || {})) if (v !== null && v !== undefined && v !== '') node.setAttribute(k, v);
  for (const c of children) if (c !== null && c !== undefined && c !== '') node.append(c);
  return node;
};

// fileOf, href: where a page with a state stands, from this page.
jikenbo.fileOf = (page) => (page === 'overview' ? 'index.html' : page + '.html');
jikenbo.href = (page, state) => {
  const { single, root } = jikenbo.data();
  if (single) return '#' + page + (state ? '?' + state : '');
  return root + jikenbo.fileOf(page) + (state ? '#' + state : '');
};

// state is what stands in the address after the page, as a Map-like object.
jikenbo.state = () => {
  const hash = location.hash.slice(1);
  const text = jikenbo.data().single ? hash.split('?')[1] || '' : hash.includes('=') ? hash : '';
  return new URLSearchParams(text);
};

// currentPage is the page that is seen: in one file, the one that the address names.
jikenbo.currentPage = () => {
  const { single, page } = jikenbo.data();
  if (!single) return page;
  const name = location.hash.slice(1).split('?')[0];
  return document.querySelector(`section[data-page="${CSS.escape(name)}"]`) ? name : 'overview';
};

// load brings a script file of the site, once.
jikenbo.loaded = {};
jikenbo.load = (path) => {
  if (!jikenbo.loaded[path]) {
    jikenbo.loaded[path] = new Promise((resolve, reject) => {
      const s = document.createElement('script');
      s.src = jikenbo.data().root + path;
      s.onload = resolve;
      s.onerror = () => reject(new Error('cannot load ' + path));
      document.head.append(s);
    });
  }
  return jikenbo.loaded[path];
};

jikenbo.save = (name, blob) => {
  const url = URL.createObjectURL(blob);
  const a = jikenbo.el('a', { href: url, download: name });
  document.body.append(a);
  a.click();
  a.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
};

// csv writes rows for a spreadsheet: with a byte order mark, and no text that it
// would take for a formula.
jikenbo.csv = (rows) => {
  const field = (v) => {
    let s = String(v ?? '');
    if (typeof v !== 'number' && /^[=+\-@\t\r]/.test(s) && !/^-?\d+(\.\d+)?$/.test(s)) s = "'" + s;
    return /[",\n\r]/.test(s) ? '"' + s.replaceAll('"', '""') + '"' : s;
  };
  return new Blob(['\ufeff' + rows.map((r) => r.map(field).join(',')).join('\r\n') + '\r\n'], { type: 'text/csv' });
};

jikenbo.starts = [];
jikenbo.onStart = (f) => jikenbo.starts.push(f);
document.addEventListener('DOMContentLoaded', () => {
  for (const f of jikenbo.starts) f();
  document.documentElement.dataset.ready = 'yes';
});
