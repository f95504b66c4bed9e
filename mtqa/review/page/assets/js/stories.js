// The list of stories, worst first.

import { h, unseen } from "./dom.js";
import { bySeverity } from "./model.js";
import { SEVERITIES, SEVERITY_NAMES } from "./words.js";

/** `opened` is called with the story that was asked for, null for the overview. */
export class StoriesView {
  constructor(root, app, opened) {
    Object.assign(this, { root, app, opened });
    this.rows = new Map();
    root.addEventListener("click", (event) => {
      const row = event.target.closest("[data-path]");
      if (row) opened(row.dataset.path === "" ? null : app.model.story(row.dataset.path));
    });
  }

  show() {
    const overview = h("li", {}, h("button", { type: "button", class: "story", "data-path": "" }, "Overview"));
    this.rows = new Map();
    const rows = this.app.model.stories.map((story) => {
      const button = h("button", { type: "button", class: "story", "data-path": story.path });
      this.rows.set(story, button);
      this.fill(story);
      return h("li", {}, button);
    });
    this.root.replaceChildren(overview, ...rows);
    this.mark();
  }

  fill(story) {
    const button = this.rows.get(story);
    button.replaceChildren(h("span", { class: "story-title", dir: "auto" }, story.title), storyState(story, this.app));
  }

  patch(stories) {
    for (const story of stories) if (this.rows.has(story)) this.fill(story);
  }

  /** Marks the story that is shown. */
  mark() {
    const path = this.app.story?.path ?? "";
    for (const button of this.root.querySelectorAll("[data-path]")) {
      if (button.dataset.path === path) {
        button.setAttribute("aria-current", "page");
        if (path) button.scrollIntoView({ block: "nearest" });
      } else button.removeAttribute("aria-current");
    }
  }
}

/** How far a story is: what is still open, by severity, or that it is settled or had nothing. */
export function storyState(story, app) {
  if (!story.findings.length) return h("span", { class: "story-state" }, "nothing found");
  const open = story.findings.filter((finding) => app.status(finding) === "open");
  if (!open.length) return h("span", { class: "story-state settled" }, `✓ ${story.findings.length} settled`);
  const counts = bySeverity(open);
  const parts = SEVERITIES.filter((severity) => counts[severity]).map((severity) =>
    h("span", { class: `count ${severity}` }, String(counts[severity]), unseen(` ${SEVERITY_NAMES[severity].toLowerCase()}, `)),
  );
  return h("span", { class: "story-state" }, ...parts, unseen("open"));
}
