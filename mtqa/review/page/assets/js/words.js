// What the page calls things.

export const SEVERITIES = ["error", "warning", "info"];
export const SEVERITY_NAMES = { error: "Error", warning: "Warning", info: "Hint" };

export const STATUSES = ["open", "accept", "edit", "false-alarm"];
export const STATUS_NAMES = { open: "Open", accept: "Accepted", edit: "Edited", "false-alarm": "False alarm" };

const EVIDENCE = {
  "back-translation": "Meaning",
  "expected mistranslation": "Word by word",
  "expected-mistranslation": "Word by word",
  role: "Office",
  gazetteer: "Known as",
  document: "In this story",
  spelling: "Spelling",
  "spanish-form": "Spanish form",
  surname: "Surname",
  acronym: "Acronym",
  house: "House style",
};

/** What a kind of evidence is called. */
export function evidenceName(kind) {
  return EVIDENCE[kind] ?? kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll("-", " ");
}

/** A rule's name as a title: "literal-name" is "Literal name". */
export function ruleName(rule) {
  return rule.charAt(0).toUpperCase() + rule.slice(1).replaceAll("-", " ");
}

/** A suggestion in words: an empty one takes the text out. */
export function suggested(text) {
  return text === "" ? "remove it" : text;
}
