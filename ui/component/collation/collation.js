// The table of versions: a row for each thing said, a column a version, the wordings that stand alone marked.
// Rows out of sight cost nothing to draw (content-visibility). Text is always set as text, never as HTML.

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child != null));
  return element;
}

function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function drawCell(cell, odd, data) {
  const box = make("td", `cell ${cell.state}${odd ? " odd-row" : ""}`);
  if (cell.state === "lacking") box.append(make("span", "absent", odd ? `✗ ${data.words.lackingOdd}` : `– ${data.words.lacking}`));
  if (cell.state === "outside") box.append(make("span", "absent", data.words.outside));
  if (cell.moved) box.append(make("span", "tag", `⇅ ${data.words.moved}`), " ");
  for (const [text, variant, isOdd] of cell.pieces) {
    if (variant == null) box.append(text);
    else box.append(make("span", `variant${isOdd ? " odd" : ""}`, isOdd ? make("sup", "", "≠") : null, text || "∅"));
  }
  return box;
}

function drawVotes(row, data) {
  const box = make("td", "votes");
  for (const variant of row.variants) {
    const line = make("div", "vote");
    variant.readings.forEach((reading, at) => {
      if (at) line.append(" · ");
      const words = fill(data.words.votes, { count: reading.versions.length, all: variant.voters });
      line.append(make("b", "", `${words} `), make("q", "", reading.text || data.words.nothing));
      const names = reading.versions.map((version) => data.names[version]).join(", ");
      line.append(make("span", "who", ` (${names})`));
    });
    box.append(line);
  }
  return box;
}

function draw(root, data, onlyVariants) {
  const head = make("tr", "");
  head.append(make("th", "", "#"));
  data.names.forEach((name, at) => {
    const cell = make("th", "", make("bdi", "", name));
    if (!at) cell.append(make("span", "base", ` ${data.words.base}`));
    cell.scope = "col";
    head.append(cell);
  });
  head.append(make("th", "", data.words.votesTitle));
  const body = make("tbody", "");
  for (const row of data.rows) {
    const differs = row.variants.length || row.cells.some((cell) => cell.state === "lacking");
    if (onlyVariants && !differs) continue;
    const line = make("tr", differs ? "differs" : "");
    line.append(make("td", "number", String(row.index + 1)));
    row.cells.forEach((cell, at) => line.append(drawCell(cell, row.odd.includes(at), data)));
    line.append(drawVotes(row, data));
    body.append(line);
  }
  root.querySelector("table").replaceChildren(make("thead", "", head), body);
}

export default function (component) {
  const { parentElement, data } = component;
  const box = parentElement.querySelector("input");
  parentElement.querySelector(".only").lastChild.textContent = ` ${data.words.onlyVariants}`;
  box.onchange = () => draw(parentElement, data, box.checked);
  draw(parentElement, data, box.checked);
}
