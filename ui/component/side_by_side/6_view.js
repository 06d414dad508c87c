// The view: one scroll area with rows drawn only where visible, a list of findings, a map, keys.

const LISTED = 200; // findings listed at first; more on demand, so that thousands stay quick

class View {
  constructor(root, component) {
    this.root = root;
    this.component = component;
    this.open = new Set();
    this.row = -1;
    this.folding = true;
    this.printing = false;
    this.listed = LISTED;
    this.frame = null;
    this.sheet = new Sheet(this);
    this.element = (name) => root.querySelector(`[data-part="${name}"]`);
    this.#listen();
  }

  /** Take new data: the first time, and whenever the page was computed again. */
  update(component) {
    this.component = component;
    const { data } = component;
    const other = this.data?.key !== data.key || this.data?.beginning !== data.beginning;
    const changed = other || this.data?.revision !== data.revision;
    this.data = data;
    this.words = data.words;
    if (!changed) return;
    this.findings = indexFindings(data);
    if (other) this.rowTexts = data.rows.map(rowText);
    this.byId = new Map(this.findings.map((finding) => [finding.id, finding]));
    if (other) {
      this.filters = { severities: [], kinds: [], confidence: 0, search: "", done: true, ...data.filters };
      this.selected = this.byId.has(data.selected) ? data.selected : null;
      this.open.clear();
      this.row = -1;
      drawChrome(this);
    }
    this.refilter();
    if (other && this.selected) this.choose(this.selected, false);
  }

  /** Show a finding in the list and in the text. */
  choose(id, tell = true) {
    const finding = this.byId.get(id);
    if (!finding) return;
    this.selected = id;
    if (finding.place) {
      this.row = finding.place.row;
      this.kept.add(this.row); // a link may name a finding that the filters hide
    }
    const at = this.shown.findIndex((each) => each.id === id);
    if (at >= this.listed) this.listed = at + LISTED;
    const focused = this.element("list").contains(this.root.activeElement);
    this.#drawList();
    this.#layOut();
    if (finding.place) this.scrollToRow(finding.place.row);
    const item = this.element("list").querySelector(`[data-id="${CSS.escape(id)}"]`);
    if (item) this.#reveal(item);
    if (focused) item?.querySelector("button")?.focus({ preventScroll: true });
    this.element("status").textContent = finding.message;
    if (tell) this.tell();
  }

  scrollToRow(row) {
    const at = this.items.findIndex((item) => item.row === row);
    if (at < 0) return;
    const area = this.element("scroll");
    const aim = () => this.heights.top(at) - area.clientHeight / 3;
    area.scrollTop = aim();
    this.sheet.draw();
    area.scrollTop = aim(); // once more: heights near the row are measured now
    this.sheet.draw();
  }

  /** Scroll the list, and nothing else of the page, so that an item shows. */
  #reveal(item) {
    const list = this.element("list");
    const [box, area] = [item.getBoundingClientRect(), list.getBoundingClientRect()];
    if (box.top < area.top || box.height > area.height) list.scrollTop += box.top - area.top;
    else if (box.bottom > area.bottom) list.scrollTop += box.bottom - area.bottom;
  }

  review(finding, verdict, reason, severity) {
    this.component.setTriggerValue("review", { id: finding.id, verdict, reason, severity });
  }

  tell() {
    const { severities, kinds, confidence, search, done } = this.filters;
    this.component.setStateValue("view", { selected: this.selected ?? "", severities, kinds, confidence, search, done });
  }

  #listen() {
    const { root } = this;
    this.print = (event) => {
      this.printing = event.type === "beforeprint";
      if (this.heights) this.#layOut();
    };
    for (const name of ["beforeprint", "afterprint"]) window.addEventListener(name, this.print);
    this.element("scroll").addEventListener("scroll", () => this.#soon(), { passive: true });
    root.addEventListener("click", (event) => this.#clicked(event));
    this.keys = (event) => this.#key(event);
    document.addEventListener("keydown", this.keys);
    this.resized = new ResizeObserver(() => this.heights && this.#layOut());
    this.resized.observe(this.element("scroll"));
    this.element("search").addEventListener("input", (event) => {
      this.filters.search = event.target.value;
      this.refilter();
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.tell(), 600);
    });
  }

  dispose() {
    document.removeEventListener("keydown", this.keys);
    for (const name of ["beforeprint", "afterprint"]) window.removeEventListener(name, this.print);
    this.resized.disconnect();
    clearTimeout(this.typing);
  }

  #soon() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.sheet.draw();
    });
  }

  #clicked(event) {
    const hit = (name) => event.target.closest?.(`[data-${name}]`)?.dataset[name];
    const chosen = hit("choose") ?? hit("finding");
    if (chosen) this.choose(chosen);
    else if (hit("fold") != null) this.#toggleFold(Number(hit("fold")));
    else if (hit("jump")) this.#jump(...hit("jump").split(":"));
    else if (hit("more")) {
      this.listed += LISTED;
      this.#drawList();
    }
  }

  #toggleFold(first) {
    if (this.open.has(first)) this.open.delete(first);
    else this.open.add(first);
    this.#layOut();
  }

  #jump(side, sentence) {
    const row = this.data.rows.findIndex((each) => each[side]?.sentences.includes(Number(sentence)));
    if (row < 0) return;
    this.row = row;
    this.kept.add(row);
    this.#layOut();
    this.scrollToRow(row);
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.data) return;
    const focus = this.root.activeElement ?? document.activeElement;
    const typing = focus && /^(INPUT|TEXTAREA|SELECT)$/.test(focus.tagName);
    const elsewhere = document.activeElement && /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (event.key === "Enter" && focus === this.element("search")) {
      event.preventDefault();
      this.#nextHit();
      return;
    }
    if (event.key === "Escape") {
      this.element("help").hidden = true;
      if (typing) focus.blur();
      return;
    }
    if ((event.key === "Enter" || event.key === " ") && focus?.dataset?.finding) {
      event.preventDefault();
      this.choose(focus.dataset.finding);
      return;
    }
    if (typing || elsewhere || !this.element("scroll").offsetParent) return;
    const act = {
      n: () => this.step(1),
      p: () => this.step(-1),
      j: () => this.#stepRow(1),
      k: () => this.#stepRow(-1),
      f: () => this.toggleFolding(),
      "/": () => this.element("search").focus(),
      "?": () => this.toggleHelp(),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** Go to the next row in which the search finds something, round again after the last. */
  #nextHit() {
    if (!this.hits.length) return;
    this.row = this.hits.find((at) => at > this.row) ?? this.hits[0];
    this.sheet.stale = true;
    this.scrollToRow(this.row);
  }

  toggleHelp() {
    this.element("help").hidden = !this.element("help").hidden;
  }

  toggleFolding() {
    this.folding = !this.folding;
    this.open.clear();
    this.element("folding").setAttribute("aria-pressed", String(this.folding));
    this.#layOut();
  }

  step(by) {
    if (!this.shown.length) return;
    const at = this.shown.findIndex((finding) => finding.id === this.selected);
    const next = at < 0 ? (by > 0 ? 0 : this.shown.length - 1) : (at + by + this.shown.length) % this.shown.length;
    this.choose(this.shown[next].id);
  }

  #stepRow(by) {
    const rows = this.items.flatMap((item) => (item.row == null ? [] : [item.row]));
    if (!rows.length) return;
    const at = rows.indexOf(this.row);
    this.row = rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
    this.sheet.stale = true;
    this.scrollToRow(this.row);
  }

  refilter() {
    this.shown = filtered(this.findings, this.filters, this.rowTexts);
    this.kept = new Set(this.shown.flatMap((finding) => (finding.place ? [finding.place.row] : [])));
    const wanted = this.filters.search.trim().toLowerCase();
    this.hits = wanted ? this.rowTexts.flatMap((text, at) => (text.includes(wanted) ? [at] : [])) : [];
    for (const at of this.hits) this.kept.add(at);
    drawFilters(this);
    this.#drawList();
    this.#layOut();
  }

  /** Make the display items anew, keep the row at the top where it is, and draw. */
  #layOut() {
    const area = this.element("scroll");
    const top = this.items?.[this.heights.at(area.scrollTop)]?.row;
    this.items = displayItems(this.data.rows, this.open, this.kept, this.folding);
    const columns = area.clientWidth < 640 ? 1 : 2;
    const characters = Math.max(20, area.clientWidth / columns / 8.2 - 8);
    this.heights = new Heights(this.items.length, (index) => this.#estimate(this.items[index], characters, columns));
    this.sheet.stale = true;
    const at = top == null ? -1 : this.items.findIndex((item) => item.row === top);
    if (at >= 0 && area.scrollTop > 0) area.scrollTop = this.heights.top(at);
    this.sheet.draw();
    drawMap(this);
  }

  #estimate(item, characters, columns) {
    if (item.row == null) return 34;
    const row = this.data.rows[item.row];
    const length = (side) => (row[side]?.pieces ?? []).reduce((sum, piece) => sum + piece[0].length, 0);
    const lines = ["reference", "candidate"].map((side) => Math.ceil(length(side) / characters));
    return 14 + 26 * Math.max(1, columns === 2 ? Math.max(...lines) : lines[0] + lines[1]);
  }

  #drawList() {
    const list = this.element("list");
    list.replaceChildren(...this.shown.slice(0, this.listed).map((finding) => drawFinding(finding, this)));
    if (this.shown.length > this.listed) {
      const words = fill(this.words.more, { count: this.shown.length - this.listed });
      list.append(make("li", "", {}, make("button", "more", { "data-more": "1" }, words)));
    }
    if (!this.shown.length) list.append(make("li", "none", {}, this.findings.length ? this.words.noneLeft : this.words.none));
    this.element("count").textContent = fill(this.words.count, { shown: this.shown.length, all: this.findings.length });
  }
}

function isDark(element) {
  const colour = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const probe = document.createElement("span");
  probe.style.color = colour || "white";
  document.body.append(probe);
  const parts = getComputedStyle(probe).color.match(/[\d.]+/g)?.map(Number) ?? [255, 255, 255];
  probe.remove();
  return 0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2] < 128;
}

export default function (component) {
  const { parentElement } = component;
  const host = parentElement.querySelector('[data-part="root"]');
  host.dataset.theme = isDark(parentElement.host ?? host) ? "dark" : "light";
  parentElement.truecopy ??= new View(parentElement, component);
  parentElement.truecopy.update(component);
  return () => {
    parentElement.truecopy?.dispose();
    parentElement.truecopy = null;
  };
}
