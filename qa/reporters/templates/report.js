"use strict";

(() => {
  const form = document.getElementById("filters");
  if (!form) return;

  const count = document.getElementById("count");
  const sections = [...document.querySelectorAll("section.document")];
  const findings = [...document.querySelectorAll("article.finding")];
  const texts = new WeakMap();

  const textOf = (finding) => {
    if (!texts.has(finding)) texts.set(finding, finding.textContent.toLowerCase());
    return texts.get(finding);
  };

  function filter() {
    const wanted = new FormData(form);
    const severities = new Set(wanted.getAll("severity"));
    const rule = wanted.get("rule");
    const path = wanted.get("document");
    const words = wanted.get("text").trim().toLowerCase();
    let shown = 0;
    for (const finding of findings) {
      const data = finding.dataset;
      const fits =
        severities.has(data.severity) &&
        (!rule || data.rule === rule) &&
        (!path || data.document === path) &&
        (!words || textOf(finding).includes(words));
      finding.hidden = !fits;
      shown += fits;
    }
    for (const section of sections) {
      section.hidden = !section.querySelector("article.finding:not([hidden])");
    }
    count.value = `${shown} of ${findings.length} findings`;
  }

  function step(direction) {
    const visible = findings.filter((finding) => !finding.hidden);
    const current = visible.indexOf(document.activeElement);
    const next = visible[current < 0 ? 0 : current + direction];
    if (next) next.focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select")) return;
    if (event.key === "/") {
      event.preventDefault();
      form.elements.text.focus();
    } else if (event.key === "j") {
      step(1);
    } else if (event.key === "k") {
      step(-1);
    }
  });
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  form.hidden = false;
  filter();
})();
