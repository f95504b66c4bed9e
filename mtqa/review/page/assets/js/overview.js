// All stories at a glance: how much was found, by which rule, in which story, and how much is settled.

import { bar } from "./chart.js";
import { h, icon } from "./dom.js";
import { bySeverity } from "./model.js";
import { plural } from "./text.js";
import { SEVERITIES, SEVERITY_NAMES, STATUSES, ruleName } from "./words.js";

/** Draws the overview into `root`. */
export function showOverview(root, app) {
  const { model } = app;
  const found = model.findings.length;
  root.replaceChildren(
    ...[
      h("h2", { tabindex: "-1", id: "overview-title" }, "Overview"),
      problems(model.problems),
      found ? null : nothing(model),
      numbers(app),
      found ? rules(app) : null,
      stories(app),
      made(model),
    ].filter(Boolean),
  );
}

function problems(lines) {
  if (!lines.length) return null;
  return h("section", { class: "problems", "aria-label": "Not checked" },
    h("h3", {}, icon("warning"), `${plural(lines.length, "file")} could not be checked`),
    h("ul", {}, ...lines.map((line) => h("li", { dir: "auto" }, line))));
}

function nothing(model) {
  if (model.waiting) {
    return h("div", { class: "empty" }, h("p", { class: "empty-title" }, "Checking"),
      h("p", {}, `${plural(model.waiting, "story", "stories")} to go; what is found appears here by itself.`));
  }
  return h("div", { class: "empty" }, icon("accept"), h("p", { class: "empty-title" }, "Nothing found"),
    h("p", {}, `${plural(model.stories.length, "story", "stories")} read, no name looks mistranslated. `
      + "mtqa knows names; what else a translation gets wrong it does not see."));
}

function numbers(app) {
  const { model } = app;
  const rate = model.words ? (1000 * model.findings.length) / model.words : 0;
  const tile = (number, label) => h("div", {}, h("dt", {}, label), h("dd", {}, number));
  return h("dl", { class: "tiles" },
    tile(model.stories.length.toLocaleString("en"), "Stories"),
    tile(model.words.toLocaleString("en"), "Words"),
    tile(model.findings.length.toLocaleString("en"), "Findings"),
    tile(rate.toFixed(1), "Per 1,000 words"),
    tile(app.settled().toLocaleString("en"), "Settled"));
}

function rules(app) {
  const groups = new Map();
  for (const finding of app.model.findings) {
    if (!groups.has(finding.code)) groups.set(finding.code, []);
    groups.get(finding.code).push(finding);
  }
  const sorted = [...groups].sort(([, one], [, other]) => other.length - one.length);
  const most = Math.max(...sorted.map(([, findings]) => findings.length));
  const rows = sorted.map(([code, findings]) => {
    const counts = bySeverity(findings);
    const settled = findings.filter((finding) => app.status(finding) !== "open").length;
    return h("tr", {},
      h("th", { scope: "row" },
        h("button", { type: "button", class: "link", "data-rule": code }, ruleName(app.model.rules[code]?.name ?? code)),
        h("span", { class: "code" }, code)),
      h("td", { class: "number" }, String(findings.length)),
      h("td", { class: "bar" }, bar(SEVERITIES.map((severity) => [severity, counts[severity]]), most)),
      ...SEVERITIES.map((severity) => h("td", { class: "number detail" }, counts[severity] || "–")),
      h("td", { class: "number" }, `${settled} of ${findings.length}`));
  });
  return table("By rule", ["Rule", "Found", "", ...SEVERITIES.map(many), "Settled"], rows);
}

function stories(app) {
  const rows = app.model.stories.map((story) => {
    const counts = bySeverity(story.findings);
    const done = STATUSES.map((status) => [status, story.findings.filter((each) => app.status(each) === status).length]);
    const settled = story.findings.length - done[0][1];
    return h("tr", {},
      h("th", { scope: "row" },
        h("button", { type: "button", class: "link", "data-story": story.path }, h("span", { dir: "auto" }, story.title)),
        h("span", { class: "path" }, story.path)),
      h("td", { class: "number" }, story.words.toLocaleString("en")),
      h("td", { class: "bar" }, bar(done.slice(1), story.findings.length)),
      ...SEVERITIES.map((severity) => h("td", { class: "number detail" }, counts[severity] || "–")),
      h("td", { class: "number" }, story.findings.length ? `${settled} of ${story.findings.length}` : "–"));
  });
  return table("Stories, worst first", ["Story", "Words", "", ...SEVERITIES.map(many), "Settled"], rows);
}

function table(title, heads, rows) {
  const cells = heads.map((head) =>
    head === "" ? h("td", { class: "bar" }) : h("th", { scope: "col", class: column(head, heads) }, head));
  return h("section", {},
    h("h3", {}, title),
    h("div", { class: "table", tabindex: "0", role: "region", "aria-label": title },
      h("table", {}, h("thead", {}, h("tr", {}, ...cells)), h("tbody", {}, ...rows))));
}

function column(head, heads) {
  if (head === heads[0]) return "";
  return SEVERITIES.map(many).includes(head) ? "number detail" : "number";
}

function many(severity) {
  return `${SEVERITY_NAMES[severity]}s`;
}

function made(model) {
  return h("p", { class: "made" }, model.generated ? `Made ${model.generated.replace("T", " ").replace("Z", " UTC")} by ` : "Made by ",
    h("code", {}, model.signature));
}
