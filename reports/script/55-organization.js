// The search over organizations: gathered from the list of incidents.
jikenbo.gatherOrganizations = (rows) => {
  const found = new Map();
  const add = (name, r) => {
    if (!name) return;
    let o = found.get(name);
    if (!o) found.set(name, (o = { name, folded: jikenbo.fold(name), sector: '', n: 0, persons: null, first: '', last: '' }));
    o.n++;
    if (r[COLUMN.unit] === 'persons') o.persons = (o.persons || 0) + r[COLUMN.records];
    const date = r[COLUMN.date];
    if (date && (!o.first || date < o.first)) o.first = date;
    if (date && date > o.last) o.last = date;
    return o;
  };
  for (const r of rows) {
    const o = add(r[COLUMN.org], r);
    if (o) o.sector = r[COLUMN.sector];
    if (r[COLUMN.contractor] !== r[COLUMN.org]) add(r[COLUMN.contractor], r);
  }
  return [...found.values()].sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
};

jikenbo.organizationRow = (o) => {
  const el = jikenbo.el;
  const date = (d) => el('td', { class: 'nowrap', title: d && jikenbo.eraDate(d) }, d || '—');
  return el('tr', {},
    el('td', { class: 'wide' }, el('a', { href: jikenbo.href('incidents', 'org=' + encodeURIComponent(o.name)) }, jikenbo.short(o.name, 80))),
    el('td', {}, o.sector ? jikenbo.brief('sector', o.sector) : '—'),
    el('td', { class: 'n' }, jikenbo.number(o.n)),
    el('td', { class: 'n' }, o.persons === null ? '—' : jikenbo.number(o.persons)),
    date(o.first), date(o.last));
};

jikenbo.organizationSearch = {
  async rows() {
    if (!this.all) {
      const shards = jikenbo.data().listShards;
      for (let i = 0; i < shards; i++) await jikenbo.loadList(i);
      this.all = jikenbo.gatherOrganizations((jikenbo.listParts || []).flat());
    }
    return this.all;
  },
  async show(text) {
    const table = document.getElementById('org-list');
    const count = document.getElementById('org-count');
    const words = jikenbo.fold(text).split(' ').filter(Boolean);
    table.hidden = words.length === 0;
    if (!words.length) return (count.textContent = this.note);
    const found = (await this.rows()).filter((o) => words.every((w) => o.folded.includes(w)));
    const first = found.slice(0, 50);
    table.tBodies[0].replaceChildren(...first.map(jikenbo.organizationRow));
    count.textContent = jikenbo.t('org.count', jikenbo.number(found.length)) + (found.length > first.length ? jikenbo.t('org.more', first.length) : '');
  },
  start(form) {
    this.note = document.getElementById('org-count').textContent;
    let typing = 0;
    form.addEventListener('submit', (e) => e.preventDefault());
    form.addEventListener('input', () => {
      clearTimeout(typing);
      typing = setTimeout(() => this.show(form.elements.q.value).catch((err) => console.error(err)), 150);
    });
  },
};

jikenbo.onStart(() => {
  const form = document.getElementById('org-search');
  if (form) jikenbo.organizationSearch.start(form);
});
