// Which findings are shown: by severity, status, rule, confidence and words.

import { folded } from "./text.js";
import { evidenceName } from "./words.js";

/** Nothing chosen in a set means: all. */
export class Filters {
  constructor() {
    this.clear();
  }

  clear() {
    this.severities = new Set();
    this.statuses = new Set();
    this.rules = new Set();
    this.confidence = 0;
    this.words = [];
  }

  /** How many kinds of filter are set, search aside. */
  get count() {
    const sets = [this.severities, this.statuses, this.rules];
    return sets.filter((set) => set.size).length + (this.confidence > 0 ? 1 : 0);
  }

  get active() {
    return this.count > 0 || this.words.length > 0;
  }

  search(text) {
    this.words = folded(text).split(/\s+/).filter(Boolean);
  }

  shows(finding, status) {
    return (
      has(this.severities, finding.severity) &&
      has(this.rules, finding.code) &&
      has(this.statuses, status) &&
      Math.round(finding.confidence * 100) >= this.confidence &&
      this.words.every((word) => searchable(finding).includes(word))
    );
  }
}

function has(set, value) {
  return set.size === 0 || set.has(value);
}

function searchable(finding) {
  finding.searchable ??= folded(
    [
      finding.text,
      ...finding.suggestions,
      finding.message,
      finding.spanish ?? "",
      finding.code,
      finding.rule,
      ...finding.evidence.map((item) => `${evidenceName(item.kind)} ${item.detail}`),
      finding.story.title,
      finding.story.path,
    ].join("\n"),
  );
  return finding.searchable;
}
