// What has happened, in words: heard by screen readers, and seen for a while.

import { byId } from "./dom.js";

const SEEN = 5000;
let hiding = 0;

/** Says a sentence; `urgent` for what went wrong. */
export function announce(text, urgent = false) {
  const box = byId(urgent ? "alert" : "status");
  for (const other of [byId("alert"), byId("status")]) other.textContent = "";
  box.textContent = text;
  clearTimeout(hiding);
  hiding = setTimeout(() => (box.textContent = ""), urgent ? 3 * SEEN : SEEN);
}
