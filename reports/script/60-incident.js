// One incident: from a mark in the text to the fact and back, and the drawing above
// the timeline.
jikenbo.kinds = ['occurred', 'ended', 'discovered', 'reported_regulator', 'reported_police', 'notified_subjects', 'disclosed'];

jikenbo.followMark = (event) => {
  const a = event.target.closest?.('a[data-mark]');
  if (!a) return;
  const mark = document.getElementById(a.dataset.mark);
  if (!mark) return;
  event.preventDefault();
  for (const m of document.querySelectorAll('mark.on')) m.classList.remove('on');
  mark.classList.add('on');
  mark.setAttribute('tabindex', '-1');
  mark.focus({ preventScroll: true });
  mark.scrollIntoView({ block: 'center' });
};

jikenbo.svg = (tag, attributes, text) => {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [k, v] of Object.entries(attributes)) node.setAttribute(k, v);
  if (text !== undefined) node.textContent = text;
  return node;
};

// drawTimeline draws the milestones of a timeline to scale, above its list.
jikenbo.drawTimeline = (list) => {
  const seen = new Set();
  const points = [];
  for (const time of list.querySelectorAll('time')) {
    const iso = time.getAttribute('datetime');
    const kind = time.dataset.kind;
    if (iso.length !== 10 || !jikenbo.kinds.includes(kind) || seen.has(kind)) continue;
    seen.add(kind);
    points.push({ day: Date.parse(iso) / 864e5, iso, name: time.nextElementSibling.textContent });
  }
  const from = Math.min(...points.map((p) => p.day));
  const to = Math.max(...points.map((p) => p.day));
  if (points.length < 2 || from === to) return;
  list.before(jikenbo.timelineSVG(points, from, to));
};
jikenbo.timelineSVG = (points, from, to) => {
  const width = 520;
  const edge = 8;
  const x = (day) => edge + ((day - from) / (to - from)) * (width - 2 * edge);
  const lanes = [];
  const placed = points.map((p) => {
    const at = x(p.day);
    const days = Math.round(p.day - from);
    const text = `${p.name} ${p.iso.slice(5).replace('-', '/')}${days ? ` (+${jikenbo.days(days)})` : ''}`;
    const half = [...text].reduce((w, c) => w + (c.charCodeAt(0) > 255 ? 12 : 6.6), 0);
    const left = Math.max(0, Math.min(width - half, at - 4));
    let lane = lanes.findIndex((end) => end < left - 8);
    if (lane < 0) lane = lanes.length;
    lanes[lane] = left + half;
    return { at, left, lane, text };
  });
  const top = 8;
  const axis = top + lanes.length * 19 + 8;
  const svg = jikenbo.svg('svg', { class: 'timeline-drawing', viewBox: `0 0 ${width} ${axis + 12}`, 'aria-hidden': 'true' });
  svg.append(jikenbo.svg('line', { class: 'axis', x1: 0, x2: width, y1: axis, y2: axis }));
  for (const p of placed) {
    const y = top + p.lane * 19 + 10;
    svg.append(jikenbo.svg('line', { class: 'stem', x1: p.at, x2: p.at, y1: y + 3, y2: axis }));
  }
  for (const p of placed) {
    const y = top + p.lane * 19 + 10;
    svg.append(jikenbo.svg('circle', { class: 'dot', cx: p.at, cy: axis, r: 5 }), jikenbo.svg('text', { x: p.left, y }, p.text));
  }
  return svg;
};

jikenbo.onStart(() => {
  document.addEventListener('click', jikenbo.followMark);
  for (const list of document.querySelectorAll('.timeline')) jikenbo.drawTimeline(list);
});
