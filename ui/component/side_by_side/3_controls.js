// What stands round the texts: headings, search, filters, buttons, the help.

function drawChrome(view) {
  const { words } = view;
  const head = (side) =>
    make("div", `head ${side}`, { role: "columnheader" }, make("span", "role", {}, words[side]), " ", make("bdi", "", {}, view.data.names[side]));
  view.element("heads").replaceChildren(head("reference"), head("candidate"));
  const search = view.element("search");
  search.value = view.filters.search;
  search.placeholder = words.search;
  search.setAttribute("aria-label", words.search);
  const button = (part, text, title, act) => {
    const element = view.element(part);
    element.textContent = text;
    element.title = title;
    element.setAttribute("aria-label", title);
    element.onclick = act;
  };
  button("previous", "↑", `${words.keys.p} (p)`, () => view.step(-1));
  button("next", "↓", `${words.keys.n} (n)`, () => view.step(1));
  button("folding", words.folding, `${words.folding}: ${words.keys.f} (f)`, () => view.toggleFolding());
  button("helpKey", "?", words.keys["?"], () => view.toggleHelp());
  view.element("folding").setAttribute("aria-pressed", String(view.folding));
  view.element("panel").setAttribute("aria-label", words.findings);
  view.element("scroll").setAttribute("aria-label", words.sideBySide);
  view.element("map").setAttribute("aria-label", words.map);
  const help = view.element("help");
  help.setAttribute("aria-label", words.keysTitle);
  const keys = make("dl", "");
  for (const [key, meaning] of Object.entries(words.keys)) keys.append(make("dt", "", {}, make("kbd", "", {}, key)), make("dd", "", {}, meaning));
  help.replaceChildren(make("h3", "", {}, words.keysTitle), keys, drawLegend(view));
}

function drawLegend(view) {
  const legend = make("p", "legend");
  for (const mark of ["changed", "dropped", "added", "moved", "loop", "style"]) {
    const tag = mark === "dropped" ? "del" : mark === "added" ? "ins" : "span";
    legend.append(make(tag, `mark ${mark}`, {}, view.words.marks[mark]), " ");
  }
  return legend;
}

function drawFilters(view) {
  const box = view.element("filters");
  const { filters, findings, words } = view;
  const change = (act) => {
    act();
    view.refilter();
    view.tell();
  };
  const children = [...severityChips(view, change), kindChoice(view, change), confidenceChoice(view, change)];
  if (findings.some((finding) => finding.verdict)) {
    const done = make("button", "chip", { "aria-pressed": String(!filters.done) }, words.hideDone);
    done.onclick = () => change(() => (filters.done = !filters.done));
    children.push(done);
  }
  if (filters.severities.length || filters.kinds.length || filters.confidence || filters.search || !filters.done) {
    const all = make("button", "chip clear", {}, words.clear);
    all.onclick = () =>
      change(() => {
        Object.assign(filters, { severities: [], kinds: [], confidence: 0, search: "", done: true });
        view.element("search").value = "";
      });
    children.push(all);
  }
  const focus = [...box.children].indexOf(view.root.activeElement);
  box.replaceChildren(...children);
  if (focus >= 0) (box.children[focus] ?? box.lastElementChild)?.focus();
}

function counted(findings, name) {
  return findings.reduce((sums, finding) => sums.set(finding[name], (sums.get(finding[name]) ?? 0) + 1), new Map());
}

function severityChips(view, change) {
  const { filters, findings, words } = view;
  const counts = counted(findings, "severity");
  const toggle = (name) => {
    const at = filters.severities.indexOf(name);
    if (at < 0) filters.severities.push(name);
    else filters.severities.splice(at, 1);
  };
  return Object.keys(GRAVITY)
    .filter((name) => counts.has(name))
    .map((name) => {
      const pressed = String(filters.severities.includes(name));
      const attributes = { "aria-pressed": pressed, "data-severity": name, onclick: () => change(() => toggle(name)) };
      return make("button", `chip severity-${name}`, attributes, `${SIGNS[name]} ${counts.get(name)} ${words.severities[name]}`);
    });
}

function kindChoice(view, change) {
  const { filters, findings, words } = view;
  const kinds = make("select", "kinds", { "aria-label": words.kind, "data-part": "kinds" });
  kinds.append(make("option", "", { value: "" }, words.allKinds));
  for (const [kind, count] of [...counted(findings, "kind")].sort()) {
    const name = findings.find((finding) => finding.kind === kind).kindName;
    kinds.append(make("option", "", { value: kind, selected: filters.kinds.includes(kind) }, `${name} (${count})`));
  }
  kinds.onchange = () => change(() => (filters.kinds = kinds.value ? [kinds.value] : []));
  return kinds;
}

function confidenceChoice(view, change) {
  const { filters, words } = view;
  const sure = make("select", "sure", { "aria-label": words.confidence, "data-part": "sure" });
  const floors = [0, 0.5, 0.7, 0.9];
  if (!floors.includes(filters.confidence)) floors.push(filters.confidence); // from an address written by hand
  for (const floor of floors) {
    const text = floor ? fill(words.atLeast, { percent: Math.round(floor * 100) }) : words.anyConfidence;
    sure.append(make("option", "", { value: floor, selected: filters.confidence === floor }, text));
  }
  sure.onchange = () => change(() => (filters.confidence = Number(sure.value)));
  return sure;
}
