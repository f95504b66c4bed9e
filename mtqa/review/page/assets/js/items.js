// What a card is about: one finding, or all of a story that are about the same entity.

/** The cards of a story, in reading order: of the findings that `shows` lets through. */
export function itemsOf(story, grouped, shows) {
  const items = new Map();
  for (const finding of story.findings.filter(shows)) {
    const id = grouped ? finding.entity : finding.key;
    if (!items.has(id)) items.set(id, { id, story, findings: [], lead: finding });
    items.get(id).findings.push(finding);
  }
  return [...items.values()];
}

/** "open" while one of its findings is; else what was decided, "mixed" where that differs. */
export function statusOf(item, status) {
  const found = new Set(item.findings.map((finding) => status(finding)));
  if (found.has("open")) return "open";
  return found.size === 1 ? [...found][0] : "mixed";
}

/** The full name among the suggestions of a card's findings: the longest. */
export function nameOf(item) {
  const names = item.findings.map((finding) => finding.suggestions[0] ?? "");
  return names.reduce((longest, name) => (name.length > longest.length ? name : longest), "");
}

/** The keys that an act on a card is about: those still open, or all when none is. */
export function keysOf(findings, status) {
  const open = findings.filter((finding) => status(finding) === "open");
  return open.length ? open : findings;
}
