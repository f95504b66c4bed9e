// One card: what is wrong, what it should say, why, and what was decided.

import { bdi, h, icon, kbd, spaced, unseen } from "./dom.js";
import { statusOf } from "./items.js";
import { percent, plural, sentence } from "./text.js";
import { SEVERITY_NAMES, STATUS_NAMES, evidenceName, ruleName, suggested } from "./words.js";

/** The head of a card, which is always seen. */
export function cardHead(item, app) {
  const { lead } = item;
  const status = statusOf(item, (finding) => app.status(finding));
  const decision = app.store.get(lead.key);
  const target = decision?.replacement ?? (status === "false-alarm" ? null : (lead.suggestions[0] ?? null));
  const mentions = item.findings.length > 1 ? h("span", {}, plural(item.findings.length, "mention")) : null;
  return [
    h("p", { class: "card-kicker" }, spaced(severity(lead), settled(status, item, app), mentions,
      h("span", { class: "sure" }, `${percent(lead.confidence)} sure`))),
    h("h3", { class: "card-title", id: idOf(item, "title") },
      h("button", { type: "button", class: "plain", "data-act": "choose" },
        bdi(lead.text, { class: target === null ? "kept" : "from" }),
        target === null ? null : [h("span", { class: "arrow", "aria-hidden": "true" }, " → "), unseen(" should be ")],
        target === null ? null : bdi(suggested(target), { class: target === "" ? "to removed" : "to" }))),
  ];
}

/** The rest of a card, which is seen when it is chosen. */
export function cardBody(item, app) {
  const { lead } = item;
  return [
    h("p", { class: "message", id: idOf(item, "message"), dir: "auto" }, sentence(lead.message)),
    lead.place ? null : h("p", { class: "excerpt", dir: "auto" }, `Line ${lead.line}: ${lead.excerpt}`),
    reasons(item),
    choices(item, app),
    h("div", { class: "slot" }),
    h("div", { class: "acts deciding" },
      act("accept", "Accept", "a", lead.suggestions.length ? "main" : "main off", !lead.suggestions.length),
      act("false-alarm", "False alarm", "x"),
      act("edit", "Edit", "e")),
    verdict(item, app),
    mentionList(item, app),
    elsewhere(item, app),
    h("p", { class: "rule" },
      h("button", { type: "button", class: "link", "data-act": "rule" }, ruleName(lead.rule)), " ",
      h("span", { class: "code" }, lead.code)),
  ];
}

export function idOf(item, part) {
  return `card-${item.lead.story.id}-${item.lead.id}-${part}`;
}

function severity(finding) {
  return h("span", { class: `badge ${finding.severity}` }, icon(finding.severity), SEVERITY_NAMES[finding.severity]);
}

function settled(status, item, app) {
  if (status === "mixed") return h("span", { class: "badge accept" }, icon("accept"), "Settled one by one");
  if (status !== "open") return h("span", { class: `badge ${status}` }, icon(status), STATUS_NAMES[status]);
  const done = item.findings.filter((finding) => app.status(finding) !== "open").length;
  return done ? h("span", {}, `${done} of ${item.findings.length} settled`) : null;
}

function reasons(item) {
  const rows = [];
  const seen = new Set();
  // That a name comes again is seen from the mentions: of those the chosen one's own reasons count.
  const others = item.findings.filter((finding) => finding !== item.lead).flatMap((finding) => finding.evidence);
  for (const { kind, detail } of [...item.lead.evidence, ...others.filter((each) => each.kind !== "document")]) {
    if (!detail || seen.has(detail)) continue;
    seen.add(detail);
    rows.push(h("div", {}, h("dt", {}, evidenceName(kind)), h("dd", { dir: "auto" }, detail)));
  }
  const { spanish, text } = item.lead;
  if (spanish && spanish !== text)
    rows.push(h("div", {}, h("dt", {}, "Spanish"), h("dd", {}, "probably ", h("i", { lang: "es", dir: "auto" }, spanish))));
  return rows.length ? h("dl", { class: "reasons" }, ...rows) : null;
}

function choices(item, app) {
  const { suggestions, key } = item.lead;
  if (suggestions.length < 2) return null;
  const decision = app.store.get(key);
  const buttons = suggestions.map((text, index) =>
    h("li", {},
      h("button", { type: "button", class: "choice", "data-act": "choice", "data-index": index,
        "aria-pressed": String(decision?.decision === "accept" && decision.replacement === text) }, bdi(suggested(text)))));
  return h("div", { class: "choices" }, h("p", { class: "label" }, "It may be"), h("ul", {}, ...buttons));
}

function verdict(item, app) {
  const decision = app.store.get(item.lead.key);
  if (!decision) return null;
  const who = [decision.by && `by ${decision.by}`, decision.at && `on ${decision.at.slice(0, 10)}`].filter(Boolean).join(" ");
  return h("div", { class: "verdict" },
    h("p", {}, icon(decision.decision), h("span", {}, `${STATUS_NAMES[decision.decision]} ${who}`.trim(),
      decision.reason ? [": ", bdi(decision.reason)] : null)),
    decision.decision === "false-alarm" ? act("reason", decision.reason ? "Change the reason" : "Say why", "", "quiet") : null,
    act("reopen", "Open again", "", "quiet"));
}

function mentionList(item, app) {
  if (item.findings.length < 2) return null;
  const rows = item.findings.map((finding) =>
    h("li", {},
      h("button", { type: "button", class: "mention", "data-act": "mention", "data-key": finding.key },
        bdi(finding.text), " ", h("span", { class: "where" }, `line ${finding.line}`), " ",
        app.status(finding) === "open" ? null : h("span", { class: "where" }, STATUS_NAMES[app.status(finding)].toLowerCase()))));
  return h("div", { class: "mentions" }, h("p", { class: "label" }, "Mentions in this story"), h("ul", {}, ...rows));
}

function elsewhere(item, app) {
  const others = app.model.byEntity.get(item.lead.entity).filter((finding) => finding.story !== item.story);
  const open = others.filter((finding) => app.status(finding) === "open");
  if (!open.length) return null;
  const stories = new Set(open.map((finding) => finding.story)).size;
  return h("div", { class: "elsewhere" },
    h("p", {}, `${plural(open.length, "open mention")} also in ${plural(stories, "other story", "other stories")}`),
    act("accept-all", "Accept everywhere", "⇧A", "quiet", !item.lead.suggestions.length),
    act("false-alarm-all", "False alarm everywhere", "⇧X", "quiet"));
}

function act(name, label, key = "", style = "", disabled = false) {
  return h("button", { type: "button", class: `act ${style}`.trim(), "data-act": name, disabled }, label, key && kbd(key));
}
