// What is shown: display items made from rows, folds and filters. Nothing here touches the page.

const GRAVITY = { critical: 0, major: 1, minor: 2, neutral: 3 };
const FOLD_FROM = 3; // rows in a stretch without findings before it folds to one line
const QUIET = new Set(["equal", "outside", "boilerplate", "elision"]);

/** Number the findings in reading order and say where each one stands. */
function indexFindings(data) {
  const place = new Map();
  data.rows.forEach((row, at) => {
    for (const side of ["candidate", "reference"]) {
      for (const piece of row[side]?.pieces ?? []) {
        for (const id of piece[2]) {
          if (!place.has(id)) place.set(id, { row: at, side });
        }
      }
    }
  });
  const findings = data.findings.map((finding) => ({ ...finding, place: place.get(finding.id) ?? null }));
  findings.sort((one, other) => (one.place?.row ?? 1e9) - (other.place?.row ?? 1e9));
  return findings;
}

/** The findings that pass the filters; a search looks into what is said, and into the row in which it stands. */
function filtered(findings, filters, rowTexts) {
  const wanted = filters.search.trim().toLowerCase();
  return findings.filter(
    (finding) =>
      (!filters.severities.length || filters.severities.includes(finding.severity)) &&
      (!filters.kinds.length || filters.kinds.includes(finding.kind)) &&
      finding.confidence >= filters.confidence &&
      (filters.done || !finding.verdict) &&
      (!wanted || haystack(finding).includes(wanted) || (finding.place && rowTexts[finding.place.row].includes(wanted))),
  );
}

function haystack(finding) {
  return [finding.message, finding.kind, finding.candidate?.text ?? "", finding.reference?.text ?? ""]
    .join("\n")
    .toLowerCase();
}

function rowText(row) {
  return ["reference", "candidate"]
    .flatMap((side) => (row[side]?.pieces ?? []).map((piece) => piece[0]))
    .join("")
    .toLowerCase();
}

/**
 * Display items: a row each, or one fold for a stretch of quiet rows (equal, outside, furniture) without findings.
 * `open` holds the first rows of folds that the reader opened; `kept` holds rows that must not be folded away.
 */
function displayItems(rows, open, kept, folding) {
  const items = [];
  let at = 0;
  while (at < rows.length) {
    const family = familyOf(rows[at]);
    let end = at + 1;
    if (family && !kept.has(at)) {
      while (end < rows.length && familyOf(rows[end]) === family && !kept.has(end)) end += 1;
      if (folding && end - at >= FOLD_FROM && !open.has(at)) {
        items.push({ fold: family, first: at, count: end - at });
        at = end;
        continue;
      }
      if (open.has(at) && end - at >= FOLD_FROM) items.push({ unfold: family, first: at, count: end - at });
    }
    for (; at < end; at += 1) items.push({ row: at });
  }
  return items;
}

function familyOf(row) {
  if (!QUIET.has(row.kind)) return null;
  if (row.kind === "equal") return row.elsewhere == null ? "equal" : null;
  return row.kind === "elision" ? "outside" : row.kind;
}

/** Positions of rows on the way down: measured heights where known, estimates elsewhere, summed once a change. */
class Heights {
  constructor(count, estimate) {
    this.values = Array.from({ length: count }, (_, index) => estimate(index));
    this.sums = null;
  }
  set(index, value) {
    if (Math.abs(this.values[index] - value) < 0.5) return false;
    this.values[index] = value;
    this.sums = null;
    return true;
  }
  top(index) {
    this.#sum();
    return this.sums[index];
  }
  total() {
    this.#sum();
    return this.sums[this.values.length];
  }
  at(offset) {
    this.#sum();
    let low = 0;
    let high = this.values.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.sums[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }
  #sum() {
    if (this.sums) return;
    const sums = new Float64Array(this.values.length + 1);
    for (let index = 0; index < this.values.length; index += 1) sums[index + 1] = sums[index] + this.values[index];
    this.sums = sums;
  }
}
