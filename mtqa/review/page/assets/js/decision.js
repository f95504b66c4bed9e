// What is decided of a finding, as it is exported and stored.

import { kept } from "./settings.js";

/** The record of a decision. `replacement` null with "accept" is the finding's own first suggestion. */
export function decided(finding, decision, replacement, reason = "") {
  const { id, fingerprint, code, text, start, end } = finding;
  const chosen = decision === "accept" ? (replacement ?? finding.suggestions[0]) : replacement;
  return {
    path: finding.story.path,
    id,
    fingerprint,
    code,
    text,
    start,
    end,
    decision,
    replacement: decision === "false-alarm" ? null : chosen,
    by: editorName(),
    at: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
    reason,
  };
}

/** What the editor has said that they are called; empty for nothing. */
export function editorName() {
  return kept("editor", "");
}
