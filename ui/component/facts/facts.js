// Names and values across versions: a line a fact, a column a version; what stands against most is marked.
// Text is always set as text, never as HTML. Rows out of sight cost nothing to draw (content-visibility).

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child != null));
  return element;
}

function drawCell(cell, words) {
  const box = make("td", `value${cell.odd ? " odd" : cell.reading ? " other" : ""}`);
  if (cell.around) box.title = cell.odd ? `${words.odd}: ${cell.around}` : cell.around;
  if (cell.odd) box.append(make("sup", "", "≠ "));
  if (cell.text) box.append(cell.text);
  else box.append(make("span", "absent", cell.state === "outside" ? words.outside : cell.state === "lacking" ? words.lacking : words.absent));
  return box;
}

function draw(root, data) {
  const { words } = data;
  const differing = root.querySelector('input[type="checkbox"]').checked;
  const wanted = root.querySelector('input[type="search"]').value.trim().toLowerCase();
  const sort = root.querySelector("select").value;
  const head = make("tr", "", Object.assign(make("th", "", words.kind), { scope: "col" }));
  data.names.forEach((name, at) => {
    head.append(Object.assign(make("th", "", make("bdi", "", name), at ? null : make("span", "base", ` ${words.base}`)), { scope: "col" }));
  });
  const body = make("tbody", "");
  for (const line of data.lines) {
    if (differing && !line.differs) continue;
    if (sort && (sort === "names") !== line.isName) continue;
    if (wanted && !line.cells.some((cell) => cell.text.toLowerCase().includes(wanted))) continue;
    const kind = Object.assign(make("th", "kind", line.kind), { scope: "row" });
    body.append(make("tr", "", kind, ...line.cells.map((cell) => drawCell(cell, words))));
  }
  if (!body.children.length) {
    const none = make("td", "none", words.nothing);
    none.colSpan = data.names.length + 1;
    body.append(make("tr", "", none));
  }
  root.querySelector("table").replaceChildren(make("thead", "", head), body);
}

export default function (component) {
  const { parentElement: root, data } = component;
  const { words } = data;
  const box = root.querySelector('input[type="checkbox"]');
  const search = root.querySelector('input[type="search"]');
  const sort = root.querySelector("select");
  root.querySelector(".only").lastChild.textContent = words.onlyDiffering;
  search.placeholder = words.search;
  search.setAttribute("aria-label", words.search);
  sort.setAttribute("aria-label", words.kind);
  root.querySelector(".scroll").setAttribute("aria-label", words.all);
  if (!sort.options.length) {
    for (const [value, text] of [["", words.all], ["names", words.names], ["values", words.values]]) sort.append(new Option(text, value));
  }
  box.onchange = search.oninput = sort.onchange = () => draw(root, data);
  draw(root, data);
}
