// The rows that are in sight, and some round them. Those that stay in sight while one scrolls stay as they are.

const OVERSCAN = 600; // pixels drawn above and below what is visible

class Sheet {
  constructor(view) {
    this.view = view;
    this.nodes = new Map(); // index of a display item → its element
    this.stale = true;
  }

  /** Draw what is in sight. After `stale` was set all of it is drawn anew: other items, another choice, another width. */
  draw() {
    const { view } = this;
    const area = view.element("scroll");
    const box = view.element("rows");
    const focused = this.stale ? this.#focusKey(box) : null;
    if (this.stale) {
      this.nodes.clear();
      box.replaceChildren();
      this.stale = false;
    }
    // The row at the top stays where it is, whatever the rows above it turn out to measure.
    const anchor = view.heights.at(area.scrollTop);
    const offset = area.scrollTop - view.heights.top(anchor);
    let from = 0;
    for (let round = 0; round < 3; round += 1) {
      const top = area.scrollTop;
      from = view.printing ? 0 : view.heights.at(Math.max(0, top - OVERSCAN));
      const to = view.printing ? view.items.length : Math.min(view.items.length, view.heights.at(top + area.clientHeight + OVERSCAN) + 1);
      if (!this.#keep(box, from, to)) break;
      const aim = view.heights.top(anchor) + offset;
      view.element("sheet").style.height = `${view.heights.total()}px`;
      if (!view.printing && top > 0 && Math.abs(aim - top) >= 1) area.scrollTop = aim;
    }
    view.element("sheet").style.height = `${view.heights.total()}px`;
    box.style.transform = `translateY(${view.heights.top(from)}px)`;
    if (focused) box.querySelector(focused)?.focus({ preventScroll: true });
    drawWindow(view);
  }

  /** Make the rows from `from` to `to` stand in the page, and no others; say whether one measured otherwise than thought. */
  #keep(box, from, to) {
    const { view } = this;
    for (const [index, node] of this.nodes) {
      if (index >= from && index < to) continue;
      node.remove();
      this.nodes.delete(index);
    }
    const fresh = [];
    let next = null;
    for (let index = to - 1; index >= from; index -= 1) {
      let node = this.nodes.get(index);
      if (!node) {
        const item = view.items[index];
        node = item.row == null ? drawFold(item, view) : drawRow(view.data.rows[item.row], item.row, view);
        this.nodes.set(index, node);
        box.insertBefore(node, next);
        fresh.push([index, node]);
      }
      next = node;
    }
    const measured = fresh.map(([index, node]) => [index, node.offsetHeight]);
    return measured.reduce((moved, [index, height]) => view.heights.set(index, height) || moved, false);
  }

  // Rows are drawn anew after a choice: whoever went to a mark by Tab must not be thrown out of the text.
  #focusKey(box) {
    const { activeElement } = this.view.root;
    if (!activeElement || !box.contains(activeElement)) return null;
    const { finding, fold, jump } = activeElement.dataset;
    if (finding) return `[data-finding="${CSS.escape(finding)}"]`;
    if (fold) return `[data-fold="${fold}"]`;
    return jump ? `[data-jump="${jump}"]` : null;
  }
}
