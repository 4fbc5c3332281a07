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
  points.sort((a, b) => a.day - b.day);
  const from = Math.min(...points.map((p) => p.day));
  const to = Math.max(...points.map((p) => p.day));
  if (points.length < 2 || from === to) return;
  list.parentElement.querySelector('.timeline-drawing')?.remove();
  list.before(jikenbo.timelineSVG(points, from, to, Math.max(260, list.clientWidth)));
};

// placeLabels gives each label a lane above the axis (0 is the lowest), so that texts
// do not overlap and no line from a label to the axis crosses another text. Labels in
// the left part begin at their line, in the right part they end at it.
jikenbo.placeLabels = (labels, width) => {
  for (const l of labels) {
    l.starts = l.at < width * 0.55;
    l.left = l.starts ? Math.min(l.at + 5, width - l.wide) : Math.max(0, l.at - 5 - l.wide);
  }
  const order = [...labels.filter((l) => l.starts).reverse(), ...labels.filter((l) => !l.starts)];
  const done = [];
  const over = (l, x) => l.left - 3 <= x && x <= l.left + l.wide + 3;
  for (const l of order) {
    const fits = (lane) => done.every((o) => {
      const overlap = l.left < o.left + o.wide + 8 && o.left < l.left + l.wide + 8;
      if (overlap && o.lane === lane) return false;
      if (over(o, l.at) && o.lane < lane) return false; // my line would cross its text
      return !(over(l, o.at) && o.lane > lane); // its line would cross mine
    });
    l.lane = 0;
    while (l.lane < labels.length && !fits(l.lane)) l.lane++;
    done.push(l);
  }
  return labels;
};
jikenbo.timelineSVG = (points, from, to, width) => {
  const edge = 8;
  let year = '';
  const labels = points.map((p) => {
    const days = Math.round(p.day - from);
    const when = (p.iso.slice(0, 4) === year ? p.iso.slice(5) : p.iso).replaceAll('-', '/');
    year = p.iso.slice(0, 4);
    const text = `${p.name} ${when}${days ? ` (+${jikenbo.days(days)})` : ''}`;
    const wide = [...text].reduce((w, c) => w + (c.charCodeAt(0) > 255 ? 12 : 6.7), 0);
    return { at: edge + ((p.day - from) / (to - from)) * (width - 2 * edge), text, wide };
  });
  jikenbo.placeLabels(labels, width);
  const lanes = Math.max(...labels.map((l) => l.lane)) + 1;
  const axis = lanes * 19 + 16;
  const svg = jikenbo.svg('svg', { class: 'timeline-drawing', width, height: axis + 12, viewBox: `0 0 ${width} ${axis + 12}`, 'aria-hidden': 'true' });
  svg.append(jikenbo.svg('line', { class: 'axis', x1: 0, x2: width, y1: axis, y2: axis }));
  const y = (l) => (lanes - 1 - l.lane) * 19 + 14;
  for (const l of labels) svg.append(jikenbo.svg('line', { class: 'stem', x1: l.at, x2: l.at, y1: y(l) - 10, y2: axis }));
  for (const l of labels) svg.append(jikenbo.svg('circle', { class: 'dot', cx: l.at, cy: axis, r: 5 }), jikenbo.svg('text', { x: l.left, y: y(l) }, l.text));
  return svg;
};

jikenbo.onStart(() => {
  document.addEventListener('click', jikenbo.followMark);
  const draw = () => document.querySelectorAll('.timeline').forEach(jikenbo.drawTimeline);
  draw();
  addEventListener('resize', draw);
  // on a phone the entry of this page may stand outside the row of pages
  const nav = document.querySelector('.nav');
  const here = nav?.querySelector('[aria-current]');
  if (here) nav.scrollLeft = here.offsetLeft - (nav.clientWidth - here.clientWidth) / 2;
});
