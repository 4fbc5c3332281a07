// Charts: the options come from the page; names of functions and colours in them are
// replaced here, so that one set of options serves both themes.
jikenbo.charts = new Map();

// colour gives the value of a custom property of the style sheet.
jikenbo.colour = (name) => {
  jikenbo.probe = jikenbo.probe || document.body.appendChild(jikenbo.el('span', { hidden: '' }));
  jikenbo.probe.style.color = `var(--${name})`;
  return getComputedStyle(jikenbo.probe).color;
};

// short cuts a text to the room of n wide characters; a narrow one takes a bit more
// than half of one.
jikenbo.room = (text) => [...text].reduce((w, c) => w + (c.codePointAt(0) < 0x2e80 ? 0.56 : 1), 0);
jikenbo.short = (text, n) => {
  text = String(text);
  if (jikenbo.room(text.slice(0, 4 * n)) <= n && text.length <= 4 * n) return text;
  let out = '';
  let left = n - 1;
  for (const c of text) {
    left -= c.codePointAt(0) < 0x2e80 ? 0.56 : 1;
    if (left < 0) break;
    out += c;
  }
  return out + '…';
};

// axisName cuts a name to the room there is, but keeps a number in brackets at its end.
jikenbo.nameWidth = 14;
jikenbo.axisName = (name) => {
  const [, base, number] = /^(.*?)( \([\d,.万億]+\))?$/s.exec(name);
  return jikenbo.short(base, Math.max(4, jikenbo.nameWidth - jikenbo.room(number || ''))) + (number || '');
};
jikenbo.formats = {
  '@count': (v) => jikenbo.number(jikenbo.valueOf(v)),
  '@compact': (v) => jikenbo.compact(jikenbo.valueOf(v)),
  '@days': (v) => jikenbo.days(jikenbo.valueOf(v)),
  '@percent': (v) => jikenbo.valueOf(v) + '%',
  '@name': (v) => jikenbo.axisName(String(typeof v === 'object' ? v.name : v)),
  '@spread': (p) => `${jikenbo.number(p.value[2])} / ${jikenbo.days(p.value[0])}`,
  '@spreadTip': (p) => `${p.seriesName}: ${jikenbo.days(p.value[0])}`,
  '@tile@count': (p) => `${jikenbo.short(p.name, 24)}\n${jikenbo.number(p.value)}`,
};

// valueOf finds the number in what ECharts hands to a formatter.
jikenbo.valueOf = (v) => {
  if (v !== null && typeof v === 'object' && !Array.isArray(v)) v = v.value;
  if (Array.isArray(v)) v = v.length > 2 ? v[2] : v[0]; // of a heat map the third
  return v;
};

// resolve replaces the names in options.
jikenbo.resolve = (node) => {
  if (Array.isArray(node)) return node.map(jikenbo.resolve);
  if (node === null || typeof node !== 'object') return node;
  const out = {};
  for (const [key, v] of Object.entries(node)) {
    if (/formatter$/i.test(key) && typeof v === 'string' && v.startsWith('@')) out[key] = jikenbo.formats[v];
    else if (/color$/i.test(key)) out[key] = jikenbo.resolveColour(v);
    else out[key] = jikenbo.resolve(v);
  }
  return out;
};
jikenbo.resolveColour = (v) => {
  if (Array.isArray(v)) return v.map(jikenbo.resolveColour);
  const m = typeof v === 'string' && /^var\(--([\w-]+)\)$/.exec(v);
  return m ? jikenbo.colour(m[1]) : v;
};

// dress gives the option what all charts have in common.
jikenbo.dress = (option) => {
  const c = jikenbo.colour;
  const font = getComputedStyle(document.body).fontFamily;
  option.textStyle = { fontFamily: font, color: c('ink') };
  for (const axis of [].concat(option.xAxis || [], option.yAxis || [])) {
    axis.axisLine = { lineStyle: { color: c('rule-strong') }, show: axis.type === 'category' };
    axis.axisTick = { ...(axis.axisTick || {}), show: false };
    axis.axisLabel = { color: c('muted'), fontSize: 12, ...(axis.axisLabel || {}) };
    if (axis.axisLabel.interval === '0') axis.axisLabel.interval = 0;
    if (axis.type === 'category' && (axis.inverse || axis.position === 'top')) axis.axisLabel.color = c('ink');
    axis.splitLine = { show: axis.type !== 'category', lineStyle: { color: c('rule') } };
    axis.splitArea = { show: false };
  }
  if (option.legend) option.legend = { ...option.legend, textStyle: { color: c('ink'), fontSize: 12 }, pageIconColor: c('muted'), pageTextStyle: { color: c('muted') } };
  option.tooltip = { ...option.tooltip, backgroundColor: c('surface'), borderColor: c('rule-strong'), textStyle: { color: c('ink'), fontSize: 12, fontFamily: font }, padding: [6, 10] };
  for (const s of option.series || []) jikenbo.dressSeries(s, option);
  return option;
};
jikenbo.dressSeries = (s, option) => {
  const c = jikenbo.colour;
  if (s.label) s.label = { color: c('ink'), fontSize: 12, ...s.label };
  if (s.markLine) s.markLine.z = 1; // behind the bars and their numbers
  if (s.type === 'treemap') {
    Object.assign(s, { breadcrumb: { show: false }, nodeClick: false, roam: false, itemStyle: { borderColor: c('surface'), borderWidth: 1, gapWidth: 2 } });
    s.label = { ...s.label, color: '#fff', textShadowColor: 'rgba(0,0,0,0.45)', textShadowBlur: 3, overflow: 'truncate', fontSize: 13, lineHeight: 19 };
  }
  if (s.type === 'sankey') Object.assign(s, { left: 4, right: 150, top: 8, bottom: 8, nodeGap: 14, nodeWidth: 14, layoutIterations: 0, draggable: false, emphasis: { focus: 'adjacency' } });
  if (s.type === 'heatmap') {
    s.itemStyle = { borderColor: c('surface'), borderWidth: 2 };
    s.label.color = c('heat-ink');
    for (const v of [].concat(option.visualMap || [])) v.seriesIndex = 0;
    const names = (axis) => [].concat(axis)[0].data;
    const [xs, ys] = [names(option.xAxis), names(option.yAxis)];
    s.tooltip = { formatter: (p) => `${ys[p.value[1]]} × ${xs[p.value[0]]}: ${jikenbo.number(p.value[2])}` };
  }
};

jikenbo.draw = (box) => {
  const id = box.dataset.chart;
  const spec = JSON.parse(document.getElementById('spec-' + id).textContent);
  jikenbo.nameWidth = Math.max(8, Math.min(22, Math.floor((box.clientWidth * 0.34) / 13)));
  box.style.height = box.dataset.height + 'px';
  let chart = jikenbo.charts.get(box);
  if (!chart) {
    chart = echarts.init(box, null, { renderer: 'canvas', locale: jikenbo.data().lang === 'ja' ? 'JA' : 'EN' });
    jikenbo.charts.set(box, chart);
    chart.on('click', (p) => jikenbo.follow(spec.links, p));
    chart.on('mousemove', (p) => chart.getZr().setCursorStyle(jikenbo.target(spec.links, p) ? 'pointer' : 'default'));
  }
  const option = jikenbo.dress(jikenbo.resolve(spec.option));
  jikenbo.fit(option, box);
  chart.resize();
  chart.setOption(option, true);
};

// fit makes room: for a legend of several lines, and for long names under bars.
jikenbo.fit = (option, box) => {
  const pen = (jikenbo.pen = jikenbo.pen || document.createElement('canvas').getContext('2d'));
  pen.font = '12px ' + option.textStyle.fontFamily;
  if (option.legend?.show) {
    let lines = 1;
    let x = 0;
    for (const s of option.series) {
      const w = s.name ? pen.measureText(s.name).width + 32 : 0;
      if (x + w > box.clientWidth) [lines, x] = [lines + 1, 0];
      x += w;
    }
    const more = (lines - 1) * 24;
    for (const g of [].concat(option.grid || [])) g.top = Number(g.top) + more;
    box.style.height = Number(box.dataset.height) + more + 'px';
  }
  for (const s of option.series) {
    if (s.type !== 'sankey') continue;
    const widest = Math.max(0, ...s.data.map((d) => pen.measureText(d.name).width));
    s.right = Math.min(widest + 12, box.clientWidth * 0.4);
  }
  const below = [].concat(option.xAxis || [])[0];
  if (below?.type === 'category' && below.axisLabel?.interval === 0 && !below.axisLabel.rotate) {
    const widest = Math.max(...below.data.map((d) => pen.measureText(d).width));
    if (widest + 4 > (box.clientWidth - 60) / below.data.length) below.axisLabel.rotate = 45;
  }
};

// target is the state of the list that a click leads to.
jikenbo.target = (links, p) => {
  if (p.componentType !== 'series') return '';
  if (p.dataType === 'edge') return links.edge?.[p.dataIndex] || '';
  return [links.data?.[p.dataIndex], links.series?.[p.seriesIndex]].filter(Boolean).join('&');
};
jikenbo.follow = (links, p) => {
  const state = jikenbo.target(links, p);
  if (state) location.href = jikenbo.href('incidents', state);
};

jikenbo.drawAll = () => {
  for (const box of document.querySelectorAll('[data-chart]')) {
    if (box.closest('[hidden]')) continue;
    try {
      if (!window.echarts) throw new Error('ECharts is missing');
      jikenbo.draw(box);
    } catch (err) {
      console.error(err);
      box.textContent = jikenbo.t('chart.missing');
    }
  }
};

jikenbo.savePNG = (id) => {
  const box = document.querySelector(`[data-chart="${CSS.escape(id)}"]`);
  const url = jikenbo.charts.get(box).getDataURL({ pixelRatio: 2, backgroundColor: jikenbo.colour('surface') });
  const a = jikenbo.el('a', { href: url, download: id + '.png' });
  document.body.append(a);
  a.click();
  a.remove();
};

jikenbo.onStart(() => {
  if (!document.querySelector('[data-chart]')) return;
  jikenbo.drawAll();
  let waiting = 0;
  let width = innerWidth;
  const again = () => {
    if (innerWidth === width) return;
    width = innerWidth;
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(jikenbo.drawAll);
  };
  addEventListener('resize', again);
  addEventListener('beforeprint', () => {
    jikenbo.themeSet('light'); // paper is
    jikenbo.drawAll();
  });
  addEventListener('afterprint', () => {
    jikenbo.themeSet(jikenbo.themeNow());
    jikenbo.drawAll();
  });
  document.addEventListener('jikenbo-theme', jikenbo.drawAll);
  for (const b of document.querySelectorAll('[data-png]')) {
    b.hidden = false;
    b.addEventListener('click', () => jikenbo.savePNG(b.dataset.png));
  }
});
