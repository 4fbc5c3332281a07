// Charts: the options come from the page; names of functions and colours in them are
// replaced here, so that one set of options serves both themes.
jikenbo.charts = new Map();

// colour gives the value of a custom property of the style sheet.
jikenbo.colour = (name) => {
  jikenbo.probe = jikenbo.probe || document.body.appendChild(jikenbo.el('span', { hidden: '' }));
  jikenbo.probe.style.color = `var(--${name})`;
  return getComputedStyle(jikenbo.probe).color;
};

jikenbo.short = (text, n) => {
  const runes = [...String(text)];
  return runes.length > n ? runes.slice(0, n - 1).join('') + '…' : String(text);
};

jikenbo.nameWidth = 14;
jikenbo.formats = {
  '@count': (v) => jikenbo.number(jikenbo.valueOf(v)),
  '@compact': (v) => jikenbo.compact(jikenbo.valueOf(v)),
  '@days': (v) => jikenbo.days(jikenbo.valueOf(v)),
  '@percent': (v) => jikenbo.valueOf(v) + '%',
  '@name': (v) => jikenbo.short(typeof v === 'object' ? v.name : v, jikenbo.nameWidth),
  '@tile@count': (p) => `${jikenbo.short(p.name, 24)}\n${jikenbo.number(p.value)}`,
};

// valueOf finds the number in what ECharts hands to a formatter.
jikenbo.valueOf = (v) => {
  if (v !== null && typeof v === 'object' && !Array.isArray(v)) v = v.value;
  if (Array.isArray(v)) v = v.length > 2 ? v[2] : v[0];
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
  if (s.type === 'treemap') {
    Object.assign(s, { breadcrumb: { show: false }, nodeClick: false, roam: false, itemStyle: { borderColor: c('surface'), borderWidth: 1, gapWidth: 2 } });
    s.label = { ...s.label, color: '#fff', textShadowColor: 'rgba(0,0,0,0.45)', textShadowBlur: 3, overflow: 'truncate', fontSize: 13, lineHeight: 19 };
  }
  if (s.type === 'sankey') Object.assign(s, { left: 4, right: 150, top: 8, bottom: 8, nodeGap: 9, nodeWidth: 14, draggable: false, emphasis: { focus: 'adjacency' } });
  if (s.type === 'heatmap') {
    s.itemStyle = { borderColor: c('surface'), borderWidth: 2 };
    s.label.color = c('heat-ink');
    for (const v of [].concat(option.visualMap || [])) v.seriesIndex = 0;
  }
};

jikenbo.draw = (box) => {
  const id = box.dataset.chart;
  const spec = JSON.parse(document.getElementById('spec-' + id).textContent);
  jikenbo.nameWidth = box.clientWidth < 480 ? 9 : 16;
  box.style.height = box.dataset.height + 'px';
  let chart = jikenbo.charts.get(box);
  if (!chart) {
    chart = echarts.init(box, null, { renderer: 'canvas', locale: jikenbo.data().lang === 'ja' ? 'JA' : 'EN' });
    jikenbo.charts.set(box, chart);
    chart.on('click', (p) => jikenbo.follow(spec.links, p));
    chart.on('mousemove', (p) => chart.getZr().setCursorStyle(jikenbo.target(spec.links, p) ? 'pointer' : 'default'));
  }
  chart.setOption(jikenbo.dress(jikenbo.resolve(spec.option)), true);
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
  const again = () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => {
      for (const [box, chart] of jikenbo.charts) {
        if (box.closest('[hidden]')) continue;
        chart.resize();
      }
    });
  };
  new ResizeObserver(again).observe(document.getElementById('main'));
  addEventListener('beforeprint', again);
  document.addEventListener('jikenbo-theme', jikenbo.drawAll);
  for (const b of document.querySelectorAll('[data-png]')) {
    b.hidden = false;
    b.addEventListener('click', () => jikenbo.savePNG(b.dataset.png));
  }
});
