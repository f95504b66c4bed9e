// What has happened, in words: heard by screen readers, and seen for a while.

import { byId } from "./dom.js";

const SEEN = 5000;
let hiding = 0;

/** Says a sentence. `urgent`: what went wrong; `unseen`: what whoever sees the page sees anyway. */
export function announce(text, { urgent = false, unseen = false } = {}) {
  const box = byId(urgent ? "alert" : "status");
  for (const other of [byId("alert"), byId("status")]) other.textContent = "";
  box.classList.toggle("unseen", unseen);
  box.textContent = text;
  clearTimeout(hiding);
  hiding = setTimeout(() => (box.textContent = ""), urgent ? 3 * SEEN : SEEN);
}
