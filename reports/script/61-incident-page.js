// The page of one incident made from a shard: the same as templates/incident.html
// makes; a test compares the two.
jikenbo.incidents = (key, pages) => {
  jikenbo.pages = jikenbo.pages || new Map();
  for (const p of pages) jikenbo.pages.set(p.id, p);
};

jikenbo.MILESTONES = ['occurred', 'ended', 'discovered', 'regulator_reported', 'police_reported', 'subjects_notified', 'disclosed'];
jikenbo.QUOTES_SHOWN = 3;
jikenbo.MARKS_SHOWN = 4;

// clean makes a text one line without control characters and marks of direction.
jikenbo.clean = (s) => {
  s = String(s ?? '').replace(/\s/gu, ' ').replace(/[\p{Cc}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufffd]/gu, '');
  while (s.includes('__f__')) s = s.replaceAll('__f__', '');
  return s.trim();
};

jikenbo.cutDate = (iso, precision) => (precision === 'year' ? iso.slice(0, 4) : precision === 'month' ? iso.slice(0, 7) : iso);
jikenbo.longDate = (iso, precision) => {
  if (!iso) return '';
  if (jikenbo.data().lang !== 'ja') return jikenbo.cutDate(iso, precision);
  let out = iso.slice(0, 4) + '年';
  if (precision !== 'year') out += Number(iso.slice(5, 7)) + '月';
  if (precision !== 'year' && precision !== 'month') out += Number(iso.slice(8)) + '日';
  return out;
};

// textsOf are the reports with their text, the first disclosure first. Evidence is
// counted in bytes of UTF-8.
jikenbo.textsOf = (r) => {
  r.texts = r.texts || [{ id: r.post, b: r.body }, ...(r.reports || []).filter((p) => p.b)];
  for (const text of r.texts) text.bytes = text.bytes || new TextEncoder().encode(text.b);
  return r.texts;
};
jikenbo.markID = (i, start) => (i === 0 ? `e-${start}` : `e-${i}-${start}`);
jikenbo.markOf = (r, q) => {
  const i = jikenbo.textsOf(r).findIndex((text) => text.id === q.p);
  return i >= 0 && q.s >= 0 && q.s < q.e && q.e <= r.texts[i].bytes.length ? jikenbo.markID(i, q.s) : '';
};

jikenbo.evidenceOf = (r, field) => {
  const of = (r.evidence || []).filter((q) => q.f === field);
  return [...of.filter((q) => q.m), ...of.filter((q) => !q.m)];
};

jikenbo.fieldName = (field) => {
  if (field.startsWith('data_category:')) return jikenbo.codeName('category', field.slice('data_category:'.length));
  if (field.startsWith('timeline_event:')) return jikenbo.label('fact.timeline_event');
  return jikenbo.data().labels['fact.' + field] ?? field;
};

jikenbo.fact = (r, field, value, name) => {
  const seen = new Set();
  const row = { name: name || jikenbo.label('fact.' + field), value: value || jikenbo.label('fact.none'), quotes: [], more: 0 };
  for (const q of jikenbo.evidenceOf(r, field)) {
    const place = [q.p, q.s].join(' ');
    if (seen.has(place)) continue;
    seen.add(place);
    if (!jikenbo.addQuote(row.quotes, r, q)) row.more++;
  }
  return row;
};
jikenbo.addQuote = (quotes, r, q) => {
  const words = jikenbo.clean(q.q);
  const mark = jikenbo.markOf(r, q);
  const same = quotes.find((v) => v.words === words);
  if (same) {
    if (same.marks.length >= jikenbo.MARKS_SHOWN || !mark) return false;
    same.marks.push(mark);
    return true;
  }
  if (quotes.length >= jikenbo.QUOTES_SHOWN) return false;
  quotes.push({ words, marks: mark ? [mark] : [], rule: q.r ?? '' });
  return true;
};

jikenbo.facts = (r) => {
  const name = (kind, code) => (code ? jikenbo.codeName(kind, code) : '');
  const rows = [
    jikenbo.fact(r, 'organization_id', jikenbo.clean(r.org)),
    jikenbo.fact(r, 'contractor_id', jikenbo.clean(r.contractor)),
    jikenbo.fact(r, 'sector_code', name('sector', r.sector)),
    jikenbo.fact(r, 'cause_code', name('cause', r.cause)),
    jikenbo.fact(r, 'records_affected', r.n === null ? '' : jikenbo.records(r.n, r.u, r.q)),
    ...(r.categories || []).map((c) => jikenbo.fact(r, 'data_category:' + c, name('category', c), jikenbo.label('fact.data_category'))),
  ];
  for (const m of jikenbo.MILESTONES) {
    const [on, precision] = r.dates[m];
    const row = jikenbo.fact(r, m + '_on', jikenbo.longDate(on, precision));
    row.title = on ? jikenbo.eraDate(jikenbo.cutDate(on, precision)) : '';
    if (!on && r.done[m]) {
      const done = jikenbo.fact(r, m, jikenbo.label('fact.undated'));
      Object.assign(row, { value: done.value, quotes: done.quotes, more: done.more });
    }
    rows.push(row);
  }
  return rows;
};

jikenbo.quoteItem = (q) => {
  const el = jikenbo.el;
  const links = q.marks.flatMap((mark, i) => [' ', el('a', { href: '#' + mark, 'data-mark': mark }, i ? String(i + 1) : jikenbo.label('incident.inText'))]);
  return el('li', {}, el('q', {}, q.words), ...links, ' ', el('span', { class: 'rule-id', title: q.rule }, q.rule.split(':')[0]));
};

jikenbo.factsTable = (r) => {
  const el = jikenbo.el;
  return el('table', { class: 'facts' }, el('tbody', {}, ...jikenbo.facts(r).map((f) =>
    el('tr', {}, el('th', { scope: 'row' }, f.name), el('td', {},
      el('div', { class: 'value', title: f.title }, f.value),
      f.quotes.length ? el('ul', { class: 'quotes' }, ...f.quotes.map((q) => jikenbo.quoteItem(q))) : '',
      f.more > 0 ? el('div', { class: 'quotes' }, jikenbo.label('fact.more', f.more)) : '')))));
};

jikenbo.timelineList = (r) => {
  const el = jikenbo.el;
  if (!r.events?.length) return el('p', { class: 'empty' }, jikenbo.label('incident.noTimeline'));
  return el('ol', { class: 'timeline' }, ...r.events.map((e) => {
    const iso = jikenbo.cutDate(e.d, e.p);
    const q = (r.evidence || []).find((x) => x.f === 'timeline_event:' + e.id);
    const mark = q ? jikenbo.markOf(r, q) : '';
    const what = jikenbo.clean(e.w);
    return el('li', {}, el('time', { datetime: iso, 'data-kind': e.t, title: jikenbo.eraDate(iso) }, iso + (e.h ? ' ' + e.h : '')),
      el('span', { class: 'kind' }, jikenbo.codeName('event', e.t)),
      el('span', {}, mark ? el('a', { href: '#' + mark, 'data-mark': mark }, what) : what));
  }));
};

jikenbo.more = (title, open, ...children) => {
  const details = jikenbo.el('details', { class: 'more' }, jikenbo.el('summary', {}, title), ...children);
  details.open = open;
  return details;
};

jikenbo.countsTable = (r) => {
  const el = jikenbo.el;
  if (!r.counts?.length) return '';
  const unit = (c) => jikenbo.unit(c.v, c.u);
  const what = (c) => jikenbo.clean(c.w) + (c.x ? ` (${jikenbo.label('incident.superseded')})` : '');
  return jikenbo.more(jikenbo.label('incident.counts'), false, el('table', {},
    el('thead', {}, el('tr', {}, el('th', { scope: 'col', class: 'n' }, jikenbo.label('col.value')), el('th', { scope: 'col' }, jikenbo.label('col.what')), el('th', { scope: 'col' }, jikenbo.label('col.quote')))),
    el('tbody', {}, ...r.counts.map((c) => el('tr', {}, el('td', { class: 'n' }, unit(c)), el('td', {}, what(c)), el('td', {}, jikenbo.clean(c.c)))))));
};

jikenbo.reportName = (p) => [jikenbo.label(p.copy ? 'incident.copy' : 'incident.report', p.n), p.d, jikenbo.clean(p.t)].filter(Boolean).join(' ');
jikenbo.reportList = (r) => {
  const el = jikenbo.el;
  if (!r.reports?.length) return '';
  const file = (p) => jikenbo.clean(p.path.replace(/\/+$/, '').split('/').pop());
  return jikenbo.more(jikenbo.label('incident.reports'), true, el('ul', {}, ...r.reports.map((p) => el('li', {}, `${jikenbo.reportName(p)} — ${file(p)}`))));
};

jikenbo.nearList = (r) => {
  const el = jikenbo.el;
  if (!r.near?.length) return '';
  const text = (o) => (o.d ? o.d + ' ' : '') + jikenbo.clean(o.t) + (o.n === null ? '' : ` (${jikenbo.records(o.n, o.u, '')})`);
  return jikenbo.more(jikenbo.label('incident.similar'), true, el('ul', {}, ...r.near.map((o) =>
    el('li', {}, el('a', { href: jikenbo.href('incident', 'id=' + encodeURIComponent(o.id)) }, text(o))))));
};

// noticeText is text i, cut where evidence begins and ends.
jikenbo.noticeText = (r, i) => {
  const text = jikenbo.textsOf(r)[i];
  const bytes = text.bytes;
  const border = (at) => at === bytes.length || (bytes[at] & 0xc0) !== 0x80;
  const used = (r.evidence || []).filter((q) => q.p === text.id && jikenbo.markOf(r, q) && border(q.s) && border(q.e));
  const cuts = [...new Set([0, bytes.length, ...used.flatMap((q) => [q.s, q.e])])].sort((a, b) => a - b);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const box = jikenbo.el('div', { class: 'notice-text' });
  for (let k = 0; k + 1 < cuts.length; k++) {
    const words = decoder.decode(bytes.subarray(cuts[k], cuts[k + 1])).replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd'); // as a parser of HTML reads it
    const names = new Set(used.filter((q) => q.s <= cuts[k] && cuts[k + 1] <= q.e).map((q) => jikenbo.fieldName(q.f)));
    box.append(names.size ? jikenbo.el('mark', { id: jikenbo.markID(i, cuts[k]), title: [...names].join(jikenbo.label('comma')) }, words) : words);
  }
  return box;
};
jikenbo.noticeTexts = (r) => jikenbo.textsOf(r).flatMap((text, i) =>
  [i ? jikenbo.el('h3', { class: 'report-name' }, jikenbo.reportName(text)) : '', jikenbo.noticeText(r, i)]).filter(Boolean);

jikenbo.chipList = (r) => {
  const el = jikenbo.el;
  const chip = (text, key, value) => el('li', {}, el('a', { href: jikenbo.href('incidents', new URLSearchParams([[key, value || '-']]).toString()) }, text));
  return el('ul', { class: 'chips' }, r.org ? chip(jikenbo.clean(r.org), 'org', jikenbo.clean(r.org)) : '',
    chip(jikenbo.codeName('sector', r.sector), 'sector', r.sector), chip(jikenbo.codeName('cause', r.cause), 'cause', r.cause));
};

jikenbo.incidentArticle = (r) => {
  const el = jikenbo.el;
  const t = jikenbo.label;
  const head = (id, title, note) => el('header', {}, el('h2', { id }, title), note || '');
  const [on, precision] = r.dates.disclosed;
  const meta = [on ? t('fact.disclosed_on') + ' ' + jikenbo.longDate(on, precision) : '', r.n === null ? '' : jikenbo.records(r.n, r.u, r.q)].filter(Boolean).join(' · ');
  const note = el('p', { class: 'small muted' }, t('incident.textNote'));
  if (/^https?:\/\//.test(r.url || '')) note.append(' ' + t('incident.source') + ': ', el('a', { href: r.url, rel: 'noopener noreferrer nofollow external' }, r.url));
  return el('article', { class: 'incident', 'data-id': r.id },
    el('div', { class: 'incident-head' },
      el('p', { class: 'crumbs' }, el('a', { href: jikenbo.href('incidents') }, t('page.incidents')), r.case_number ? ' / ' + jikenbo.clean(r.case_number) : ''),
      el('h1', {}, jikenbo.clean(r.title)), meta ? el('p', { class: 'meta' }, meta) : '', jikenbo.chipList(r)),
    el('div', { class: 'grid' },
      el('section', { class: 'card long', 'aria-labelledby': 'h-timeline' }, head('h-timeline', t('incident.timeline')), jikenbo.timelineList(r)),
      el('section', { class: 'card long span-5 beside', 'aria-labelledby': 'h-facts', tabindex: '0' }, head('h-facts', t('incident.facts')), jikenbo.factsTable(r), jikenbo.countsTable(r), jikenbo.reportList(r), jikenbo.nearList(r)),
      el('section', { class: 'card long span-7', 'aria-labelledby': 'h-text' }, head('h-text', t('incident.text'), note), ...jikenbo.noticeTexts(r))));
};

// shardOf finds the shard of an incident: ids are in order, and the page knows the
// first of each shard.
jikenbo.shardOf = (id) => {
  const firsts = jikenbo.data().shards || [];
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firsts[middle] <= id) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

// loadIncidents brings a shard of details: a script file, or a block of this page.
jikenbo.loadIncidents = (shard) => {
  if (!jikenbo.data().single) return jikenbo.load(`data/incident-${shard}.js`);
  jikenbo.incidents(shard, JSON.parse(document.getElementById('incident-' + shard).textContent));
  return Promise.resolve();
};

jikenbo.showIncident = async () => {
  const id = jikenbo.state().get('id') || '';
  const place = document.getElementById('incident-place');
  if (!place || jikenbo.currentPage() !== 'incident') return;
  if (!jikenbo.pages?.has(id)) {
    const shard = jikenbo.shardOf(id);
    if (shard >= 0) await jikenbo.loadIncidents(shard).catch((err) => console.error(err));
  }
  const r = jikenbo.pages?.get(id);
  if (!r) return place.replaceChildren(jikenbo.el('p', { class: 'empty' }, jikenbo.label('incident.missing'), ' ', jikenbo.el('a', { href: jikenbo.href('incidents') }, jikenbo.label('page.incidents'))));
  place.replaceChildren(jikenbo.incidentArticle(r));
  if (!jikenbo.data().single) document.title = jikenbo.clean(r.title) + document.title.slice(document.title.indexOf(' | '));
  for (const list of place.querySelectorAll('.timeline')) jikenbo.drawTimeline(list);
};

jikenbo.onStart(() => {
  if (!document.getElementById('incident-place')) return;
  addEventListener('hashchange', jikenbo.showIncident);
  jikenbo.showIncident();
});
