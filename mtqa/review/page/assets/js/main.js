// Where the page begins: the data, the store that fits, and what each key and button does.

import { Actions } from "./actions.js";
import { App } from "./app.js";
import { showRule } from "./dialogs.js";
import { byId } from "./dom.js";
import { download, exported } from "./exporting.js";
import { openForm } from "./form.js";
import { showHelp, wireHelp } from "./help.js";
import { goToSearch, wireKeys } from "./keys.js";
import { LocalStore } from "./localstore.js";
import { Model } from "./model.js";
import { RemoteStore } from "./remotestore.js";
import { wireSearch } from "./search.js";
import { plural } from "./text.js";
import { wireTheme } from "./theme.js";
import { showWriting } from "./writing.js";

const data = JSON.parse(byId("mtqa-data").textContent);
const model = new Model(data);
const app = new App(model, (self) => {
  const [changed, failed] = [(keys) => self.changed(keys), (text) => self.fail(text)];
  if (data.kind !== "review") return new LocalStore(model, changed, failed);
  return new RemoteStore(model, data, { changed, failed, renewed: (fresh) => self.renewed(fresh) });
});
const actions = new Actions(app);

function refocus() {
  app.cards.choose(app.item, true);
}

function edit() {
  const lead = actions.lead();
  if (!lead) return;
  const value = app.store.get(lead.key)?.replacement ?? lead.suggestions[0] ?? lead.text;
  const alike = actions.covered(false).filter((finding) => finding.text === lead.text).length;
  const hint = alike > 1 ? `For all ${alike} mentions that read “${lead.text}”.` : "";
  const words = { label: `Instead of “${lead.text}”`, value, button: "Save", hint };
  openForm(app.cards.slot, words, (text) => actions.edit(text), refocus);
}

function reason() {
  const value = app.store.get(app.item.lead.key)?.reason ?? "";
  const words = { label: "Why is the text right?", value, button: "Save" };
  openForm(app.cards.slot, words, (text) => actions.explain(text.trim()), refocus);
}

function exportDecisions() {
  const file = exported(model, app.store);
  if (!file.decisions.length) return app.say("There is nothing to export yet: decide something first");
  download("mtqa-decisions.json", `${JSON.stringify(file, null, 2)}\n`);
  return app.say(`Exported ${plural(file.decisions.length, "decision")} to mtqa-decisions.json`);
}

app.commands = {
  accept: () => actions.accept(),
  "accept-all": () => actions.accept(null, true),
  "false-alarm": () => actions.falseAlarm(),
  "false-alarm-all": () => actions.falseAlarm(true),
  choice: (element) => actions.accept(app.item.lead.suggestions[Number(element.dataset.index)]),
  edit,
  reason,
  reopen: () => actions.reopen(),
  mention: (element) => app.article.bring(element.dataset.key),
  rule: () => showRule(app.item.lead.code, model.rules[app.item.lead.code]),
};

const ends = {
  "next-open": () => app.nextOpen(),
  "clear-filter": () => app.panel.clear(),
  export: exportDecisions,
  write: () => showWriting(app),
};

function toggleStories(open = !document.body.classList.contains("stories-open")) {
  document.body.classList.toggle("stories-open", open);
  byId("stories-button").setAttribute("aria-expanded", String(open));
  if (open) byId("stories-list").querySelector("[aria-current], button").focus();
}

app.onOpen = () => toggleStories(false);

wireTheme();
wireHelp();
wireSearch(
  app,
  () => app.refilter(),
  () => app.items.length && app.choose(app.items[0], true),
);
wireKeys({
  j: () => app.step(1),
  k: () => app.step(-1),
  n: () => app.nextOpen(),
  a: () => actions.accept(),
  A: () => actions.accept(null, true),
  x: () => actions.falseAlarm(),
  X: () => actions.falseAlarm(true),
  e: edit,
  u: () => actions.undo(),
  g: () => app.toggleGrouping(),
  f: () => app.panel.toggle(),
  "/": goToSearch,
  "?": () => showHelp(model.kind),
  w: () => showWriting(app),
  Escape: () => toggleStories(false),
});

byId("stories-button").addEventListener("click", () => toggleStories());
byId("group").addEventListener("click", () => app.toggleGrouping());
byId("help-button").addEventListener("click", () => showHelp(model.kind));
byId("source-button").addEventListener("click", () => app.toggleSource());
byId("previous").addEventListener("click", () => app.step(-1));
byId("next").addEventListener("click", () => app.step(1));
byId("all-cards").addEventListener("click", (event) => {
  const open = byId("findings").classList.toggle("all");
  event.currentTarget.setAttribute("aria-expanded", String(open));
});
byId("undo").addEventListener("click", () => actions.undo());
byId("export")?.addEventListener("click", exportDecisions);
byId("write")?.addEventListener("click", () => showWriting(app));
byId("cards-end").addEventListener("click", (event) => ends[event.target.closest("[data-end]")?.dataset.end]?.());
byId("overview").addEventListener("click", (event) => {
  const { rule, story } = event.target.closest("button")?.dataset ?? {};
  if (rule) showRule(rule, model.rules[rule]);
  if (story) app.openByHand(model.story(story));
});
byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  if (!app.item) app.step(1);
  else refocus();
});

addEventListener("hashchange", () => app.recall());

app.recall();
