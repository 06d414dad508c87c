// The whole document at the edge: a tick a finding, by severity; bars where text is missing or new; a click goes there.

function drawMap(view) {
  const map = view.element("map");
  const total = Math.max(1, view.heights.total());
  const share = (pixels) => `${(100 * pixels) / total}%`;
  const at = new Map(view.items.flatMap((item, index) => (item.row == null ? [] : [[item.row, index]])));
  const ticks = [];
  for (const finding of [...view.shown].reverse()) {
    const index = finding.place ? at.get(finding.place.row) : undefined;
    if (index == null) continue;
    const tick = make("span", `tick severity-${finding.severity}${finding.id === view.selected ? " chosen" : ""}`);
    tick.style.top = share(view.heights.top(index));
    ticks.push(tick);
  }
  view.items.forEach((item, index) => {
    const kind = item.row == null ? null : view.data.rows[item.row].kind;
    if (kind !== "dropped" && kind !== "added") return;
    const bar = make("span", `bar ${kind}`);
    bar.style.top = share(view.heights.top(index));
    bar.style.height = `max(2px, ${share(view.heights.values[index])})`;
    ticks.unshift(bar);
  });
  map.replaceChildren(...ticks, make("span", "window", { "data-part": "window" }));
  map.onclick = (event) => {
    const box = map.getBoundingClientRect();
    const area = view.element("scroll");
    area.scrollTop = ((event.clientY - box.top) / box.height) * total - area.clientHeight / 2;
  };
  drawWindow(view);
}

function drawWindow(view) {
  const window = view.element("window");
  if (!window) return;
  const area = view.element("scroll");
  const total = Math.max(1, view.heights.total());
  window.style.top = `${(100 * area.scrollTop) / total}%`;
  window.style.height = `${Math.min(100, (100 * area.clientHeight) / total)}%`;
}
