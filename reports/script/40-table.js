// Tables of a page: sorting by a click on a column's head, and CSV.
jikenbo.cellValue = (td) => td.dataset.v ?? td.textContent.trim();

jikenbo.sortTable = (table, index, head) => {
  const up = head.getAttribute('aria-sort') === 'descending' || (!head.hasAttribute('aria-sort') && !head.classList.contains('n'));
  const rows = [...table.tBodies[0].rows];
  const key = (r) => {
    const v = jikenbo.cellValue(r.cells[index]);
    return head.classList.contains('n') ? (v === '' || isNaN(v) ? -Infinity : Number(v)) : v;
  };
  const compare = (a, b) => (typeof a === 'number' ? a - b : a.localeCompare(b, document.documentElement.lang));
  rows.sort((a, b) => (up ? 1 : -1) * compare(key(a), key(b)));
  for (const th of table.tHead.rows[0].cells) th.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
  table.tBodies[0].append(...rows);
};

jikenbo.tableRows = (table) => [
  [...table.tHead.rows[0].cells].map((c) => c.textContent.trim()),
  ...[...table.tBodies[0].rows].filter((r) => r.cells.length === table.tHead.rows[0].cells.length).map((r) =>
    [...r.cells].map((c, i) => {
      const v = jikenbo.cellValue(c);
      return table.tHead.rows[0].cells[i].classList.contains('n') && v !== '' && !isNaN(v) ? Number(v) : v;
    })),
];

jikenbo.onStart(() => {
  for (const table of document.querySelectorAll('table.sortable')) {
    [...table.tHead.rows[0].cells].forEach((th, i) => {
      const button = jikenbo.el('button', { type: 'button', class: 'sort' }, th.textContent);
      th.replaceChildren(button);
      button.addEventListener('click', () => jikenbo.sortTable(table, i, th));
    });
  }
  for (const b of document.querySelectorAll('[data-csv]')) {
    b.hidden = false;
    b.addEventListener('click', () => jikenbo.save(b.dataset.csv + '.csv', jikenbo.csv(jikenbo.tableRows(document.getElementById('t-' + b.dataset.csv)))));
  }
  for (const b of document.querySelectorAll('[data-copy]')) {
    b.hidden = false;
    b.addEventListener('click', async () => {
      const pre = document.getElementById(b.dataset.copy).querySelector('pre');
      await jikenbo.copy(pre.textContent);
      const before = b.textContent;
      b.textContent = jikenbo.t('copied');
      setTimeout(() => (b.textContent = before), 1500);
    });
  }
});

// copy puts text on the clipboard, also where a page from a folder may not use the
// newer way.
jikenbo.copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = jikenbo.el('textarea', { 'aria-hidden': 'true' });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
};
