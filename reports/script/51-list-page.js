// The page of the list: from the address to filters, from filters to rows, and back.
jikenbo.listPage = {
  // read takes the address into the form and the table.
  read() {
    if (jikenbo.currentPage() !== 'incidents') return;
    const state = jikenbo.state();
    for (const input of this.form.elements) if (input.name) input.value = state.get(input.name) ?? '';
    this.extra = Object.fromEntries(LINKED.filter((k) => state.get(k)).map((k) => [k, state.get(k)]));
    const sort = state.get('sort') || '';
    this.sorting = sort ? [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }] : [];
    this.page = Math.max(1, Number(state.get('page')) || 1);
    this.apply();
  },
  // values are the filters that are set.
  values() {
    const out = { ...this.extra };
    for (const input of this.form.elements) if (input.name && input.value) out[input.name] = input.value;
    return out;
  },
  // write puts the state into the address without a step in the history.
  write() {
    const state = new URLSearchParams(this.values());
    if (this.sorting.length) state.set('sort', (this.sorting[0].desc ? '-' : '') + this.sorting[0].id);
    if (this.page > 1) state.set('page', this.page);
    const text = state.toString();
    const hash = jikenbo.data().single ? '#incidents' + (text ? '?' + text : '') : '#' + text;
    history.replaceState(null, '', hash === '#' ? location.pathname + location.search : hash);
  },
  apply() {
    if (!this.table) return;
    const filters = Object.entries(this.values()).map(([id, v]) => ({ id: 'f-' + id, value: id === 'q' ? jikenbo.fold(v).split(' ') : v }));
    this.table.setColumnFilters(filters);
    this.table.setSorting(this.sorting.filter((s) => s.id in jikenbo.sorters));
    const found = this.table.getFilteredRowModel().rows.length;
    this.pages = Math.max(1, Math.ceil(found / PAGE_SIZE));
    this.page = Math.min(this.page, this.pages);
    this.table.setPageIndex(this.page - 1);
    this.show(found);
  },
  show(found) {
    const rows = this.table.getRowModel().rows;
    this.body.replaceChildren(...(rows.length ? rows.map((r) => this.row(r.original)) : [this.nothing()]));
    const all = jikenbo.data().incidents;
    let text = jikenbo.t('count', jikenbo.number(all), jikenbo.number(found));
    const [have, want] = [this.have, jikenbo.data().listShards];
    if (have < want) text += ' · ' + jikenbo.t('loading', have, want);
    this.count.textContent = text;
    for (const chip of Object.entries(this.extra)) this.count.append(' ', jikenbo.el('span', { class: 'tag' }, `${jikenbo.t('filter.' + chip[0])} ${jikenbo.short(chip[1], 60)}`));
    this.heads();
    this.pager();
  },
  row(r) {
    const el = jikenbo.el;
    const cause = jikenbo.codeMaps().cause.get(r[COLUMN.cause]);
    const swatch = jikenbo.swatch('c-' + (cause?.parent || 'other'));
    return el('tr', {},
      el('td', { class: 'nowrap', title: jikenbo.eraDate(r[COLUMN.date]) }, r[COLUMN.date] || '—'),
      el('td', { class: 'title' }, el('a', { href: jikenbo.incidentHref(r) }, jikenbo.short(r[COLUMN.title] || r[COLUMN.id], 160)), el('div', { class: 'org' }, jikenbo.short([r[COLUMN.org], r[COLUMN.contractor]].filter(Boolean).join(' / '), 80))),
      el('td', {}, jikenbo.brief('sector', r[COLUMN.sector])),
      el('td', {}, swatch, jikenbo.codeName('cause', r[COLUMN.cause])),
      el('td', { class: 'n' }, jikenbo.records(r[COLUMN.records], r[COLUMN.unit], r[COLUMN.qualifier])),
      el('td', { class: 'n', 'data-label': this.daysLabel }, r[COLUMN.days][0] === null ? '—' : jikenbo.days(r[COLUMN.days][0])));
  },
  nothing() {
    return jikenbo.el('tr', {}, jikenbo.el('td', { colspan: 6, class: 'empty' }, jikenbo.t('none')));
  },
  heads() {
    for (const th of document.querySelectorAll('#incident-list th')) {
      const sorted = this.sorting.find((s) => s.id === th.dataset.sort);
      if (sorted) th.setAttribute('aria-sort', sorted.desc ? 'descending' : 'ascending');
      else th.removeAttribute('aria-sort');
    }
  },
  pager() {
    const nav = document.getElementById('pager');
    nav.hidden = this.pages < 2;
    const step = (text, to) => {
      const b = jikenbo.el('button', { type: 'button', class: 'button' }, text);
      b.disabled = to < 1 || to > this.pages;
      b.addEventListener('click', () => this.go(to));
      return b;
    };
    nav.replaceChildren(step(jikenbo.t('previous'), this.page - 1), jikenbo.el('span', { class: 'num' }, jikenbo.t('page', jikenbo.number(this.page), jikenbo.number(this.pages))), step(jikenbo.t('next'), this.page + 1));
  },
  go(page) {
    this.page = page;
    this.apply();
    this.write();
    this.count.scrollIntoView({ block: 'start' });
  },
  changed() {
    this.page = 1;
    this.apply();
    this.write();
  },
  sort(id) {
    const now = this.sorting[0]?.id === id ? this.sorting[0].desc : null;
    const first = id !== 'title' && id !== 'sector' && id !== 'cause'; // numbers and dates begin with the largest
    this.sorting = now === null ? [{ id, desc: first }] : now === first ? [{ id, desc: !first }] : [];
    this.changed();
  },
  // csv saves what the filters leave, with the labels as shown and the codes.
  csv() {
    const head = ['incident_id', 'date', 'title', 'organization', 'contractor', 'sector_code', 'sector', 'cause_code', 'cause', 'records_affected', 'records_unit', 'records_qualifier', 'data_categories', ...DURATIONS];
    const rows = this.table.getSortedRowModel().rows.map(({ original: r }) => [
      r[COLUMN.id], r[COLUMN.date], r[COLUMN.title], r[COLUMN.org], r[COLUMN.contractor], r[COLUMN.sector], jikenbo.codeName('sector', r[COLUMN.sector]),
      r[COLUMN.cause], jikenbo.codeName('cause', r[COLUMN.cause]), r[COLUMN.records], r[COLUMN.unit], r[COLUMN.qualifier], r[COLUMN.categories], ...r[COLUMN.days],
    ]);
    jikenbo.save('incidents.csv', jikenbo.csv([head, ...rows]));
  },
  // load brings the shards one after the other and shows what is there meanwhile.
  async load() {
    const shards = jikenbo.data().listShards;
    if (!shards) this.finish([]);
    for (let i = 0; i < shards; i++) {
      await jikenbo.loadList(i);
      this.have = i + 1;
      if (i > 0 && i < shards - 1) continue; // the first is shown at once, then the whole
      this.finish(jikenbo.listParts.slice(0, i + 1).flat());
    }
  },
  finish(rows) {
    this.table = jikenbo.makeTable(rows);
    this.sorting = this.sorting || [];
    this.extra = this.extra || {};
    this.page = this.page || 1;
    this.read();
    document.documentElement.dataset.rows = this.have === jikenbo.data().listShards ? 'all' : 'some';
  },
  start() {
    this.form = document.getElementById('filters');
    this.body = document.querySelector('#incident-list tbody');
    this.count = document.getElementById('list-count');
    this.have = 0;
    this.form.addEventListener('submit', (e) => e.preventDefault());
    let typing = 0;
    this.form.addEventListener('input', () => {
      clearTimeout(typing);
      typing = setTimeout(() => this.changed(), 150);
    });
    this.daysLabel = document.querySelector('#incident-list th[data-sort=days]').textContent;
    for (const th of document.querySelectorAll('#incident-list th')) {
      const b = jikenbo.el('button', { type: 'button', class: 'sort' }, th.textContent);
      b.addEventListener('click', () => this.sort(th.dataset.sort));
      th.replaceChildren(b);
    }
    const reset = document.getElementById('list-reset');
    reset.hidden = false;
    reset.addEventListener('click', () => {
      this.form.reset();
      this.extra = {};
      this.sorting = [];
      this.changed();
    });
    const csv = document.getElementById('list-csv');
    csv.hidden = false;
    csv.addEventListener('click', () => this.csv());
    addEventListener('hashchange', () => this.read());
    this.load().catch((err) => console.error(err));
  },
};

jikenbo.onStart(() => {
  if (document.getElementById('filters')) jikenbo.listPage.start();
});
