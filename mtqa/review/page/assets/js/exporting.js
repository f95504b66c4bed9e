// The decisions as a file, which `mtqa apply` and `mtqa baseline import` read.

import { h } from "./dom.js";

/** What the file holds: the decisions on findings of this page, by path and place. */
export function exported(model, store) {
  const decisions = model.findings.map((finding) => store.get(finding.key)).filter(Boolean);
  decisions.sort((one, other) => (one.path === other.path ? one.start - other.start : one.path < other.path ? -1 : 1));
  return { version: 1, kind: "mtqa-decisions", signature: model.signature, decisions };
}

/** Hands a file to the browser, to be saved. */
export function download(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = h("a", { href: url, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
