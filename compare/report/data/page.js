"use strict";
// n and p go to the next and the previous finding in the text, f opens and closes the folds.
(() => {
  let at = -1;
  const points = [...document.querySelectorAll("a.point[id]:not(.neutral)")];
  const go = (step) => {
    if (!points.length) return;
    at = (at + step + points.length) % points.length;
    const point = points[at];
    for (let fold = point.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    location.replace(`#${point.id}`);
    point.scrollIntoView({ block: "center" });
    point.focus({ preventScroll: true });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") go(1);
    else if (event.key === "p") go(at < 0 ? 0 : -1);
    else if (event.key === "f") {
      const folds = [...document.querySelectorAll("details.fold")];
      const open = folds.some((fold) => !fold.open);
      for (const fold of folds) fold.open = open;
    }
  });
})();
