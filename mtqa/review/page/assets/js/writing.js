// In a review: what the decisions would change in a file, and writing it.

import { byId, h } from "./dom.js";
import { openDialog } from "./dialogs.js";
import { plural } from "./text.js";

/** Shows the changes of a story's file; Enter, or the button, writes them. */
export async function showWriting(app) {
  const { story, store } = app;
  if (!store.preview) return app.say("A report writes no files: export the decisions, and mtqa apply writes them");
  if (!story) return app.say("Open a story first: j goes to the next finding");
  let plan;
  try {
    plan = await store.preview(story.path);
  } catch (error) {
    return app.fail(error.message);
  }
  if (!plan.count && !plan.skipped.length) return app.say("There is nothing to write: no suggestion is accepted yet");
  const dialog = byId("write-dialog");
  byId("write-title").textContent = plan.count ? `Write ${plural(plan.count, "change")}?` : "Nothing can be written";
  byId("write-path").textContent = story.path;
  byId("write-skipped").replaceChildren(...plan.skipped.map((line) => h("li", { dir: "auto" }, line)));
  byId("write-changes").replaceChildren(...plan.changes.map(change));
  byId("write-diff").replaceChildren(...lines(plan.diff));
  byId("write-lines").hidden = !plan.diff;
  const button = byId("write-button");
  button.disabled = !plan.count;
  button.onclick = () => write(app, story, plan, dialog);
  openDialog("write-dialog");
  (plan.count ? button : dialog.querySelector("[data-close]")).focus();
}

async function write(app, story, plan, dialog) {
  byId("write-button").disabled = true;
  try {
    const { written } = await app.store.apply(story.path, plan.digest);
    dialog.close();
    app.say(`Written: ${plural(written, "change")} in ${story.path}`);
  } catch (error) {
    dialog.close();
    app.fail(`Not written: ${error.message}`);
  }
}

/** A change among the words around it: lines of copy are often whole paragraphs. */
function change({ line, before, removed, added, after }) {
  const where = h("span", { class: "where" }, `Line ${line}`);
  const instead = added ? ["\u00a0", h("ins", { dir: "auto" }, added)] : [];
  return h("li", {}, where, " ", h("span", { dir: "auto" }, before, h("del", { dir: "auto" }, removed), ...instead, after));
}

function lines(diff) {
  return diff.split("\n").map((line) => {
    const kind = line.startsWith("+") ? "added" : line.startsWith("-") ? "removed" : "same";
    return h("span", { class: line.startsWith("+++") || line.startsWith("---") ? "file" : kind, dir: "auto" }, `${line}\n`);
  });
}
