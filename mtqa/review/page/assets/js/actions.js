// What an editor does to a card.

import { keysOf } from "./items.js";
import { isolated, plural } from "./text.js";
import { suggested } from "./words.js";

/** All act on the card that is chosen, and say what was done. */
export class Actions {
  constructor(app) {
    this.app = app;
  }

  /** Takes a suggestion: each finding its own first, or for those that read alike the one that was chosen. */
  async accept(choice = null, everywhere = false) {
    const { app } = this;
    const lead = this.lead();
    if (!lead) return;
    let findings = this.covered(everywhere).filter((finding) => finding.suggestions.length);
    if (!findings.length) return app.say("There is no suggestion to accept: edit it (e), or call it a false alarm (x)");
    if (choice !== null) findings = findings.filter((finding) => finding.text === lead.text);
    const text = suggested(choice ?? lead.suggestions[0] ?? findings[0].suggestions[0]);
    await this.act(findings, "accept", choice, `Accepted: ${isolated(lead.text)} → ${isolated(text)}`);
  }

  async falseAlarm(everywhere = false) {
    const lead = this.lead();
    if (lead) await this.act(this.covered(everywhere), "false-alarm", null, `False alarm: ${isolated(lead.text)}`);
  }

  /** Puts a text of the editor's own in the place of all that read alike. */
  async edit(replacement) {
    const lead = this.lead();
    if (!lead) return;
    const alike = this.covered(false).filter((finding) => finding.text === lead.text);
    await this.act(alike.length ? alike : [lead], "edit", replacement, `Edited: ${isolated(lead.text)} → ${isolated(suggested(replacement))}`);
  }

  /** Makes them open again. */
  async reopen() {
    const { app } = this;
    const settled = app.item.findings.filter((finding) => app.status(finding) !== "open");
    if (!settled.length) return;
    await app.store.act({ keys: settled.map((finding) => finding.key), decision: null, replacement: null });
    app.say(`Open again: ${isolated(app.item.lead.text)}${mentions(settled.length)}`);
  }

  /** Says why it is a false alarm: what a baseline keeps for whoever asks later. */
  async explain(reason) {
    const { app } = this;
    const alarms = app.item.findings.filter((finding) => app.status(finding) === "false-alarm");
    const keys = alarms.map((finding) => finding.key);
    await app.store.act({ keys, decision: "false-alarm", replacement: null, reason });
    app.say("Reason kept");
  }

  async undo() {
    const { app } = this;
    const keys = await app.store.undo();
    const findings = keys.map((key) => app.model.byKey.get(key)).filter(Boolean);
    if (!findings.length) return app.say("There is nothing to undo");
    app.reveal(findings[0]);
    app.say(`Undone: ${isolated(findings[0].text)}${mentions(findings.length)}. ${app.progressText()}`);
  }

  lead() {
    if (this.app.item) return this.app.item.lead;
    this.app.say("Nothing is chosen: j chooses the next finding");
    return null;
  }

  /** The findings that an act is about: those of the card, hidden by a filter or not; with `everywhere` of all stories. */
  covered(everywhere) {
    const { app } = this;
    const { lead, story } = app.item;
    if (!app.grouped && !everywhere) return [lead];
    const all = app.model.byEntity.get(lead.entity);
    return keysOf(everywhere ? all : all.filter((finding) => finding.story === story), (each) => app.status(each));
  }

  async act(findings, decision, replacement, said) {
    const { app } = this;
    const { lead } = app.item;
    const stories = new Set(findings.map((finding) => finding.story)).size;
    const where = stories > 1 ? ` in ${plural(stories, "story", "stories")}` : "";
    const done = app.store.act({ keys: findings.map((finding) => finding.key), decision, replacement });
    app.advance(lead, `${said}${mentions(findings.length)}${where}`);
    await done;
  }
}

function mentions(number) {
  return number > 1 ? `, ${number} mentions` : "";
}
