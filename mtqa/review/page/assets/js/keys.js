// Single keys, as long as nobody is typing and no dialog is open.

import { byId } from "./dom.js";
import { dialogIsOpen } from "./dialogs.js";
import { keysAreOn } from "./help.js";

const TYPING = "input:not([type=checkbox]):not([type=range]), textarea, select";

/** `commands`: what each key does. */
export function wireKeys(commands) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (dialogIsOpen() || event.target.closest?.(TYPING) || !keysAreOn()) return;
    const command = commands[event.key];
    if (!command) return;
    event.preventDefault();
    command(event);
  });
}

/** Puts the cursor into the search. */
export function goToSearch() {
  byId("search").focus();
  byId("search").select();
}
