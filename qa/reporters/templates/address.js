// The address: its part behind # carries the search and the place, so that a link opens a finding.

/** What an address asks for. */
export function readAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  return {
    query: asked.get("q") ?? "",
    finding: asked.get("f"),
    unit: asked.get("u"),
    document: asked.get("d"),
    view: asked.get("view") ?? "review",
    everything: asked.has("all") ? asked.get("all") === "1" : null,
  };
}

/** Writes where the reviewer is; the history keeps one entry. */
export function writeAddress(review, view) {
  const asked = new URLSearchParams();
  if (review.query) asked.set("q", review.query);
  if (view !== "review") asked.set("view", view);
  if (review.everything) asked.set("all", "1");
  const finding = review.finding >= 0 ? review.store.finding(review.finding) : null;
  const unit = review.unit >= 0 ? review.store.unit(review.unit) : null;
  if (finding) asked.set("f", finding.fingerprint);
  else if (unit) {
    asked.set("u", unit.id);
    asked.set("d", unit.document.id);
  }
  const hash = `#${asked}`;
  if (hash !== location.hash) history.replaceState(null, "", hash);
}
