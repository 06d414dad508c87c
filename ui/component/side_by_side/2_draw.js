// Elements from data. Text is always set as text, never as HTML.

const SIGNS = { critical: "●", major: "●", minor: "○", neutral: "·" };

/** An element: tag, class, attributes, and children that are elements or text. */
function make(tag, className, attributes = {}, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

/** A sentence of the words of the interface with its places filled: fill("{n} rows", {n: 3}). */
function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The pieces of one cell; those of the chosen finding stand in one frame, and what the reader searches for is marked. */
function drawPieces(cell, side, view) {
  const box = make("div", "words", { lang: view.data.languages[side], dir: "auto" });
  let frame = null; // round pieces of the chosen finding that follow each other
  for (const piece of cell.pieces) {
    const [text, , ids] = piece;
    if (!text && !ids.length) continue;
    const chosen = ids.includes(view.selected);
    if (chosen && !frame) {
      frame = make("span", "chosen");
      box.append(frame);
    } else if (!chosen && text.trim()) frame = null;
    drawPiece(frame ?? box, piece, cell, view);
  }
  return box;
}

function drawPiece(box, [text, mark, ids], cell, view) {
  const known = ids.filter((id) => view.byId.has(id));
  if (mark === "plain" && !known.length) {
    drawSearched(box, text, view.filters.search);
    return;
  }
  const gravest = known.map((id) => view.byId.get(id)).sort((one, other) => GRAVITY[one.severity] - GRAVITY[other.severity])[0];
  const names = ["mark", mark, gravest ? `severity-${gravest.severity}` : "", text ? "" : "gap"];
  const tag = mark === "dropped" && text ? "del" : mark === "added" ? "ins" : "span";
  const piece = make(tag, names.filter(Boolean).join(" "));
  if (gravest) {
    const said = known.map((id) => view.byId.get(id).message).join("\n");
    Object.assign(piece.dataset, { finding: gravest.id });
    piece.tabIndex = 0;
    piece.title = said;
    piece.setAttribute("role", "button");
    if (!text) piece.setAttribute("aria-label", `${view.words.gap}: ${said}`);
  }
  if (text) drawSearched(piece, text, view.filters.search);
  else piece.append(make("span", "gap-sign", { "aria-hidden": "true" }, "⌄"));
  if (mark === "loop" && gravest?.details?.count && startsLoop(cell, ids, text)) {
    piece.prepend(make("span", "ring", { "aria-hidden": "true" }, `⟲ ×${gravest.details.count} `));
  }
  box.append(piece);
}

function startsLoop(cell, ids, text) {
  const first = cell.pieces.find((piece) => piece[1] === "loop" && piece[2].some((id) => ids.includes(id)));
  return first?.[0] === text;
}

function drawSearched(box, text, search) {
  const wanted = search.trim().toLowerCase();
  if (!wanted) {
    box.append(text);
    return;
  }
  const lower = text.toLowerCase();
  let at = 0;
  // Lower-casing may change lengths (İ); then the words are left unmarked rather than marked wrongly.
  for (let hit = lower.indexOf(wanted); hit >= 0 && lower.length === text.length; hit = lower.indexOf(wanted, at)) {
    box.append(text.slice(at, hit), make("mark", "searched", {}, text.slice(hit, hit + wanted.length)));
    at = hit + wanted.length;
  }
  box.append(text.slice(at));
}

/** One row: number, reference, number, candidate. */
function drawRow(row, at, view) {
  const line = make("div", `row kind-${row.kind}${at === view.row ? " current" : ""}`, { "data-row": at, role: "row" });
  for (const side of ["reference", "candidate"]) {
    const cell = row[side];
    const number = cell ? String(cell.sentences[0] + 1) : "";
    const inner = make("div", `cell ${side}`, { role: "cell" });
    inner.append(make("span", "number", { "aria-hidden": "true" }, number));
    if (cell) {
      const box = drawPieces(cell, side, view);
      const tag = drawTag(row, side, view);
      if (tag) box.prepend(tag, " ");
      inner.append(box);
    } else if (row.elsewhere != null) {
      const other = side === "reference" ? "candidate" : "reference";
      const words = fill(view.words.elsewhere, { number: row.elsewhere + 1 });
      inner.append(make("button", "jump", { "data-jump": `${side}:${row.elsewhere}`, "data-from": other }, `⇅ ${words}`));
    } else if (row.kind === "dropped") {
      inner.append(make("span", "absent", {}, make("span", "gap-sign", { "aria-hidden": "true" }, "⌄ "), view.words.gap));
    }
    line.append(inner);
  }
  return line;
}

function drawTag(row, side, view) {
  if (row.elsewhere != null || row.moved) return make("span", "tag moved", {}, `⇅ ${view.words.moved}`);
  if (row.kind === "dropped" && side === "reference") return make("span", "tag dropped", {}, `− ${view.words.dropped}`);
  if (row.kind === "added" && side === "candidate") return make("span", "tag added", {}, `+ ${view.words.added}`);
  if (row.kind === "boilerplate") return make("span", "tag quiet", {}, view.words.boilerplate);
  return null;
}

function drawFold(item, view) {
  const words = fill(view.words.folds[item.fold ?? item.unfold], { count: item.count });
  const action = item.fold ? view.words.show : view.words.hide;
  return make(
    "button",
    "fold",
    { "data-fold": item.first, "aria-expanded": item.fold ? "false" : "true" },
    make("span", "", {}, words),
    make("span", "action", {}, action),
  );
}

/** One finding in the list; the chosen one is open and shows all that is known. */
function drawFinding(finding, view) {
  const chosen = finding.id === view.selected;
  const head = make(
    "button",
    "finding-head",
    { "data-choose": finding.id, "aria-expanded": chosen ? "true" : "false" },
    make("span", `sign severity-${finding.severity}`, { title: finding.severityName, "aria-hidden": "true" }, SIGNS[finding.severity]),
    make("span", "kind", {}, finding.kindName),
    make("span", "excerpt", {}, excerptOf(finding)),
    make("span", "place", {}, finding.verdict ? view.words.verdicts[finding.verdict.verdict] : finding.where),
  );
  head.setAttribute("aria-label", `${finding.severityName}: ${finding.kindName}: ${finding.message}`);
  const item = make("li", `finding${chosen ? " chosen" : ""}${finding.verdict ? " done" : ""}`, { "data-id": finding.id }, head);
  if (chosen) item.append(drawDetails(finding, view));
  return item;
}

function excerptOf(finding) {
  const text = finding.candidate?.text || finding.reference?.text || "";
  return text.length > 48 ? `${text.slice(0, 46)}…` : text;
}

function drawDetails(finding, view) {
  const { words } = view;
  const box = make("div", "details", {}, make("p", "message", {}, finding.message));
  const facts = make("dl", "facts");
  const fact = (name, value) => value && facts.append(make("dt", "", {}, name), make("dd", "", {}, value));
  fact(words.severity, finding.severityName);
  fact(words.category, finding.mqm);
  fact(words.confidence, `${Math.round(finding.confidence * 100)} %`);
  fact(words.referenceSays, finding.reference?.text);
  fact(words.candidateSays, finding.candidate?.text);
  box.append(facts);
  if (finding.verdict) {
    const { verdict, reason, reviewer, others } = finding.verdict;
    box.append(make("p", "verdict", {}, [words.verdicts[verdict], reason, reviewer].filter(Boolean).join(" · ")));
    if (others?.length) box.append(make("p", "verdict", {}, `${words.othersSaid}: ${others.join(", ")}`));
  }
  box.append(drawReview(finding, view));
  return box;
}

function drawReview(finding, view) {
  const { words } = view;
  const reason = make("input", "reason", { type: "text", placeholder: words.reason, "aria-label": words.reason, value: finding.verdict?.reason ?? "" });
  const severity = make("select", "correct", { "aria-label": words.correct });
  for (const name of Object.keys(GRAVITY)) {
    severity.append(make("option", "", { value: name, selected: name === finding.severity }, words.severities[name]));
  }
  const send = (verdict) => view.review(finding, verdict, reason.value, severity.value);
  const actions = make(
    "div",
    "actions",
    {},
    make("button", "accept", { onclick: () => send("accepted") }, words.accept),
    make("button", "dismiss", { onclick: () => send("dismissed") }, words.dismiss),
    finding.verdict ? make("button", "undo", { onclick: () => send("open") }, words.undo) : null,
    make("button", "link", { title: words.linkHelp, onclick: (event) => copyLink(finding, event.currentTarget, view) }, words.link),
  );
  return make("div", "review", {}, reason, severity, actions);
}

/** Copy the address of one finding; where the browser does not let us, the address bar holds it all the same. */
async function copyLink(finding, button, view) {
  const link = new URL(window.location.href);
  link.searchParams.set("finding", finding.id);
  link.searchParams.set("reference", view.data.names.reference);
  link.searchParams.set("candidate", view.data.names.candidate);
  link.searchParams.delete("panel");
  try {
    await navigator.clipboard.writeText(link.href);
    button.textContent = view.words.linked;
    view.element("status").textContent = view.words.linked;
  } catch {
    window.prompt(view.words.link, link.href);
  }
}
