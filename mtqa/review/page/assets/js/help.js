// The help: what keys do, and the few settings there are.

import { byId, h } from "./dom.js";
import { openDialog } from "./dialogs.js";
import { keep, kept } from "./settings.js";

const KEYS = [
  ["j", "next finding"],
  ["k", "previous finding"],
  ["n", "next open finding, in any story"],
  ["a", "accept the suggestion"],
  ["x", "false alarm: the text is right"],
  ["e", "edit: another text"],
  ["u", "undo"],
  ["⇧A ⇧X", "the same for all stories"],
  ["g", "mentions of one name together, or one by one"],
  ["f", "filter"],
  ["/", "search"],
  ["w", "write the decisions into the file", "review"],
  ["?", "this help"],
];

/** Single keys can be turned off, for whoever speaks to the computer. */
export function keysAreOn() {
  return kept("keys", true);
}

export function showHelp(kind) {
  const rows = KEYS.filter(([, , only]) => !only || only === kind).map(([keys, what]) =>
    h("div", {}, h("dt", {}, ...keys.split(" ").map((key) => h("kbd", {}, key))), h("dd", {}, what)),
  );
  byId("help-keys").replaceChildren(...rows);
  byId("keys-on").checked = keysAreOn();
  byId("editor-name").value = kept("editor", "");
  openDialog("help-dialog");
}

export function wireHelp() {
  byId("keys-on").addEventListener("change", (event) => keep("keys", event.target.checked));
  byId("editor-name").addEventListener("change", (event) => keep("editor", event.target.value.trim()));
}
