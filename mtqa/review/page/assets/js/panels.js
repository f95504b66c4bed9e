// What stands around story and cards: progress, the story's head, what to do at the end.

import { byId, h, icon, kbd, spaced } from "./dom.js";
import { plural } from "./text.js";
import { storyState } from "./stories.js";

/** How much is settled, in the bar on top. */
export function drawProgress(app) {
  const all = app.model.findings.length;
  const done = app.settled();
  const { waiting } = app.model;
  const settled = all ? `${done.toLocaleString("en")} of ${all.toLocaleString("en")} settled` : waiting ? "" : "nothing found";
  const checking = waiting ? `checking ${plural(waiting, "story", "stories")}…` : "";
  byId("progress-text").textContent = [settled, checking].filter(Boolean).join(", ");
  byId("progress-done").setAttribute("width", all ? ((100 * done) / all).toFixed(2) : waiting ? "0" : "100");
  byId("group").setAttribute("aria-pressed", String(app.grouped));
}

/** Path, length and state of the story. */
export function drawStoryHead(app) {
  const { story } = app;
  if (!story) return;
  const parts = [h("bdi", { class: "path" }, story.path), plural(story.words, "word"), storyState(story, app)];
  if (story.hidden) parts.push(`${story.hidden} put aside`);
  byId("story-head").setAttribute("aria-label", `Story: ${story.title}`);
  byId("story-facts").replaceChildren(...spaced(...parts.map((part) => h("span", {}, part))));
  byId("source-button").hidden = story.source === null;
  byId("source-button").setAttribute("aria-pressed", String(app.bilingual));
}

/** Where the cards are, and what there is in their place. */
export function drawEnds(app) {
  const { story, items, item } = app;
  if (!story) return;
  const at = items.indexOf(item);
  byId("cards-count").textContent = items.length ? `${at + 1 || "–"} of ${items.length}` : "";
  byId("cards-end").replaceChildren(...end(app, story, items));
}

function end(app, story, items) {
  if (!story.findings.length) {
    return [
      message("accept", "Nothing found", "No name in this story looks mistranslated."),
      next(app, app.model.findings.length > 0),
    ];
  }
  if (!items.length) {
    return [
      message("filter", "Nothing to show", `The filter or the search hides ${plural(story.findings.length, "finding")}.`),
      h("p", { class: "acts" }, button("clear-filter", "Show all")),
    ];
  }
  if (app.settled() === app.model.findings.length) {
    const what = app.model.kind === "review" ? "Press w to write what you accepted into the file." : "Export the decisions: mtqa apply puts them into the copy.";
    return [message("accept", "All settled", what), h("p", { class: "acts" }, app.model.kind === "review" ? button("write", "Write…", "w") : button("export", "Export decisions"))];
  }
  if (app.settled(story.findings) === story.findings.length)
    return [message("accept", "This story is settled", `${app.progressText()}.`), next(app, true)];
  return [];
}

function message(drawing, title, text) {
  return h("div", { class: "empty" }, icon(drawing), h("p", { class: "empty-title" }, title), h("p", {}, text));
}

function next(app, wanted) {
  const open = app.settled() < app.model.findings.length;
  return wanted && open ? h("p", { class: "acts" }, button("next-open", "Next open finding", "n")) : "";
}

function button(name, label, key = "") {
  return h("button", { type: "button", class: "act main", "data-end": name }, label, key && kbd(key));
}
