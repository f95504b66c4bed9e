// Decisions of a report from disk: kept in the browser, shared by its tabs.

import { decided } from "./decision.js";
import { keep, kept, whenKept } from "./settings.js";

const LONGEST_HISTORY = 500;

/** `changed(keys)` is called after any change, of this tab or of another. */
export class LocalStore {
  constructor(model, changed, failed) {
    this.model = model;
    this.changed = changed;
    this.failed = failed;
    this.name = `decisions:${model.project}`;
    this.state = this.read();
    whenKept(this.name, () => this.converge());
  }

  get(key) {
    return this.state.decisions[key];
  }

  /** One act of the editor: what is decided of each key; undone in one step. */
  async act({ keys, decision, replacement, reason }) {
    const before = {};
    const after = {};
    this.state = this.read();
    for (const key of keys) {
      before[key] = this.get(key) ?? null;
      after[key] = decision && decided(this.model.byKey.get(key), decision, replacement, reason);
    }
    this.put(after);
    this.state.history = [...this.state.history, before].slice(-LONGEST_HISTORY);
    this.write(keys);
  }

  /** Takes the last act back; the keys that it was about. */
  async undo() {
    this.state = this.read();
    const before = this.state.history.pop();
    if (!before) return [];
    this.put(before);
    this.write(Object.keys(before));
    return Object.keys(before);
  }

  put(decisions) {
    for (const [key, decision] of Object.entries(decisions)) {
      if (decision) this.state.decisions[key] = decision;
      else delete this.state.decisions[key];
    }
  }

  read() {
    const state = this.state ?? { decisions: {}, history: [] };
    const found = kept(this.name, state);
    return found?.decisions && Array.isArray(found.history) ? found : state;
  }

  write(keys) {
    if (!keep(this.name, this.state)) this.failed("This browser keeps nothing for this page: export before you close it");
    this.changed(keys);
  }

  converge() {
    const before = this.state.decisions;
    this.state = this.read();
    const keys = new Set([...Object.keys(before), ...Object.keys(this.state.decisions)]);
    this.changed([...keys].filter((key) => JSON.stringify(before[key]) !== JSON.stringify(this.get(key))));
  }
}
