// The sum that leads to the score: a line for each thing that takes points off, with a bar, and what is left.
// Text is always set as text, never as HTML.

const SHOWN = 14; // lines before the small ones are put together

function make(tag, className, attributes = {}, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function line(points, share, largest, reason, left, className = "") {
  const bar = make("td", "bar");
  if (share) {
    const filled = make("span", "");
    filled.style.width = `${(100 * share) / largest}%`;
    bar.append(filled);
  }
  return make("tr", className, {}, make("td", "number", {}, points), bar, make("td", "reason", {}, reason), make("td", "number", {}, left));
}

function draw(root, component, everything) {
  const { data } = component;
  const { words, lines } = data;
  const cut = everything || lines.length <= SHOWN + 1 ? lines.length : SHOWN;
  const largest = Math.max(1, ...lines.map((each) => each.share));
  const head = make("tr", "", {}, make("th", "number", { scope: "col" }, words.points), make("td", "bar"), make("th", "", { scope: "col" }, words.reason), make("th", "number", { scope: "col" }, words.left));
  const body = make("tbody", "", {}, line("", 0, largest, words.start, "100.0"));
  for (const each of lines.slice(0, cut)) {
    let reason = each.reason;
    if (each.finding) {
      reason = make("button", "go", { title: words.go, type: "button" }, each.reason);
      reason.onclick = () => component.setTriggerValue("go", each.finding);
    }
    body.append(line(`−${each.points}`, each.share, largest, reason, each.left));
  }
  const rest = lines.slice(cut);
  if (rest.length) {
    const share = rest.reduce((sum, each) => sum + each.share, 0);
    const all = make("button", "all", { type: "button" }, words.all);
    all.onclick = () => draw(root, component, true);
    const row = line(`−${(share / 10).toFixed(1)}`, share, Math.max(largest, share), `${words.rest.replace("{count}", rest.length)} `, lines.at(-1).left);
    row.querySelector(".reason").append(all);
    body.append(row);
  }
  if (!lines.length) body.append(line("", 0, 1, words.nothing, "100.0"));
  body.append(line("", 0, largest, words.result, data.result, "total"));
  root.querySelector("table").replaceChildren(make("caption", "", {}, words.caption), make("thead", "", {}, head), body);
}

export default function (component) {
  draw(component.parentElement, component, false);
}
