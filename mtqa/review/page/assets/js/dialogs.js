// Dialogs: the browser keeps the focus in them and gives it back.

import { byId, h } from "./dom.js";
import { ruleName } from "./words.js";

/** Opens a dialog of the page; a click beside it or on its closing button closes it. */
export function openDialog(id) {
  const dialog = byId(id);
  if (!dialog.open) dialog.showModal();
  dialog.addEventListener(
    "click",
    (event) => {
      if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
    },
    { signal: once(dialog, "close") },
  );
  return dialog;
}

export function dialogIsOpen() {
  return document.querySelector("dialog[open]") !== null;
}

/** What `mtqa explain` prints of a rule: headings, paragraphs and examples. */
export function showRule(code, rule) {
  byId("rule-title").replaceChildren(`${ruleName(rule.name)} `, h("span", { class: "code" }, code));
  byId("rule-text").replaceChildren(...documentation(rule.documentation));
  if (rule.url) byId("rule-text").append(h("p", {}, h("a", { href: rule.url, rel: "noreferrer" }, "More on this rule")));
  openDialog("rule-dialog");
}

function documentation(text) {
  return text
    .split(/(^```\w*\n[\s\S]*?^```$)/m)
    .flatMap((part) => (part.startsWith("```") ? [example(part)] : part.split(/\n{2,}|(?<=^## .*)\n/m).map(paragraph)))
    .filter(Boolean);
}

function example(fenced) {
  return h("pre", {}, fenced.replace(/^```\w*\n|\n?```$/g, ""));
}

function paragraph(text) {
  const trimmed = text.trim();
  if (!trimmed) return null;
  if (trimmed.startsWith("## ")) return h("h3", {}, trimmed.slice(3));
  return h("p", {}, trimmed.replace(/\s*\n\s*/g, " ").replace(/[*`]/g, ""));
}

function once(element, type) {
  const controller = new AbortController();
  element.addEventListener(type, () => controller.abort(), { once: true });
  return controller.signal;
}
