// The list of all incidents. Its rows come in shards, the newest first; TanStack Table
// keeps filters, sorting and pages, and this file draws a plain table from it.
const COLUMN = { id: 0, title: 1, org: 2, contractor: 3, sector: 4, cause: 5, date: 6, records: 7, unit: 8, qualifier: 9, size: 10, categories: 11, days: 12, own: 13 };
const DURATIONS = ['time_to_disclosure', 'time_to_discovery', 'regulator_report_delay', 'exposure_duration', 'subject_notice_delay'];
const LINKED = ['month', 'org', 'kinds', ...DURATIONS]; // filters that only links set
const PAGE_SIZE = 100;

jikenbo.list = (key, rows) => {
  jikenbo.listParts = jikenbo.listParts || [];
  jikenbo.listParts[Number(key)] = rows;
};

// loadList brings shard i of the list: a script file, or a block of this page.
jikenbo.loadList = (i) => {
  if (!jikenbo.data().single) return jikenbo.load(`data/list-${i}.js`);
  if (!jikenbo.listParts?.[i]) jikenbo.list(i, JSON.parse(document.getElementById('list-' + i).textContent));
  return Promise.resolve();
};

jikenbo.codeMaps = () => {
  if (!jikenbo.maps) {
    jikenbo.maps = {};
    for (const [kind, codes] of Object.entries(jikenbo.data().codes)) jikenbo.maps[kind] = new Map(codes.map((c) => [c.code, c]));
  }
  return jikenbo.maps;
};
jikenbo.codeName = (kind, code) => (code ? jikenbo.codeMaps()[kind].get(code)?.name ?? code : jikenbo.label('unknown'));

// brief is a label without what stands in brackets.
jikenbo.brief = (kind, code) => jikenbo.codeName(kind, code).replace(/\s*[（(].*$/, '') || jikenbo.codeName(kind, code);

jikenbo.swatch = (colour) => {
  const svg = jikenbo.svg('svg', { class: 'swatch', width: 10, height: 10, 'aria-hidden': 'true' });
  svg.append(jikenbo.svg('rect', { width: 10, height: 10, rx: 2, fill: `var(--${colour})` }));
  return svg;
};

// unit writes a number with its unit.
jikenbo.unit = (n, unit) => {
  const labels = jikenbo.data().labels;
  const text = (n === 1 && labels[`unit.${unit}.one`]) || labels['unit.' + unit] || '{0}';
  return text.split('{0}').join(jikenbo.number(n));
};
jikenbo.records = (n, unit, qualifier) =>
  n === null || n === undefined ? jikenbo.label('unknown') : jikenbo.label('records.' + (qualifier || 'exact'), jikenbo.unit(n, unit || 'records'));

// fold makes texts comparable: full and half width, case, blanks.
jikenbo.fold = (s) => s.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

// matchers tell for each filter whether a row has a value of it.
jikenbo.matchers = {
  q: (row, words) => {
    row.folded = row.folded || jikenbo.fold([row[COLUMN.title], row[COLUMN.org], row[COLUMN.contractor], row[COLUMN.id]].join(' '));
    return words.every((w) => row.folded.includes(w));
  },
  year: (row, v) => (v === '-' ? row[COLUMN.date] === '' : row[COLUMN.date].startsWith(v)),
  month: (row, v) => row[COLUMN.date].startsWith(v),
  sector: (row, v) => row[COLUMN.sector] === (v === '-' ? '' : v),
  cause: (row, v) => (v === '-' || v === 'unknown' ? row[COLUMN.cause] === '' || row[COLUMN.cause] === 'unknown' : row[COLUMN.cause] === v),
  group: (row, v) => (jikenbo.codeMaps().cause.get(row[COLUMN.cause])?.parent || 'other') === v,
  category: (row, v) => (v === '-' ? row[COLUMN.categories] === '' : (' ' + row[COLUMN.categories] + ' ').includes(' ' + v + ' ')),
  size: (row, v) => row[COLUMN.size] === v,
  org: (row, v) => row[COLUMN.org] === v || row[COLUMN.contractor] === v,
  kinds: (row, v) => String(row[COLUMN.categories].split(' ').filter(Boolean).length) === v,
};

// within tells whether a number of days lies in a range such as 31-45 or 366-.
jikenbo.within = (days, range) => {
  const [from, to] = range.split('-');
  return days !== null && days >= Number(from) && (!to || days <= Number(to));
};
DURATIONS.forEach((name, i) => (jikenbo.matchers[name] = (row, v) => jikenbo.within(row[COLUMN.days][i], v)));

// sorters give what the rows are sorted by; unknown values stand at the end either way.
jikenbo.sorters = {
  date: (row) => row[COLUMN.date], title: (row) => row[COLUMN.title], sector: (row) => row[COLUMN.sector],
  cause: (row) => row[COLUMN.cause], records: (row) => row[COLUMN.records], days: (row) => row[COLUMN.days][0],
};

jikenbo.makeTable = (rows) => {
  const T = window.TableCore;
  const collator = new Intl.Collator(jikenbo.data().lang, { numeric: true });
  const columns = [
    ...Object.keys(jikenbo.matchers).map((id) => ({
      id: 'f-' + id,
      accessorFn: (row) => row,
      filterFn: Object.assign((row, _, value) => jikenbo.matchers[id](row.original, value), { autoRemove: (v) => v === undefined }),
      enableSorting: false,
    })),
    ...Object.entries(jikenbo.sorters).map(([id, key]) => ({
      id,
      accessorFn: (row) => (key(row) === null || key(row) === '' ? undefined : key(row)),
      sortUndefined: 'last',
      sortFn: (a, b) => {
        const x = key(a.original);
        const y = key(b.original);
        if (typeof x === 'number') return x - y;
        return id === 'title' ? collator.compare(x, y) : x < y ? -1 : x > y ? 1 : 0;
      },
    })),
  ];
  return T.constructTable({
    features: T.tableFeatures({
      coreReactivityFeature: T.storeReactivityBindings(),
      columnFilteringFeature: T.columnFilteringFeature,
      rowSortingFeature: T.rowSortingFeature,
      rowPaginationFeature: T.rowPaginationFeature,
      filteredRowModel: T.createFilteredRowModel(),
      sortedRowModel: T.createSortedRowModel(),
      paginatedRowModel: T.createPaginatedRowModel(),
    }),
    columns,
    data: rows,
    autoResetPageIndex: false,
    initialState: { pagination: { pageIndex: 0, pageSize: PAGE_SIZE } },
  });
};

jikenbo.incidentHref = (row) => {
  const { single, root } = jikenbo.data();
  if (!single && row[COLUMN.own]) return `${root}incident/${row[COLUMN.own]}.html`;
  return jikenbo.href('incident', 'id=' + encodeURIComponent(row[COLUMN.id]));
};
