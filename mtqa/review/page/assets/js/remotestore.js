// Decisions of a review: a server keeps them, for several editors and tabs at once.

import { decided, editorName } from "./decision.js";

const POLL = 1500;

/** `changed(keys)` is called after any change, `renewed(data)` when the copy or its findings have. */
export class RemoteStore {
  constructor(model, data, { changed, renewed, failed }) {
    Object.assign(this, { model, changed, renewed, failed });
    this.decisions = { ...data.decisions };
    this.copy = copyOf(data);
    this.revision = data.revision ?? -1;
    this.acknowledged = -1;
    this.pending = 0;
    this.last = Promise.resolve();
    this.lost = false;
    this.poll();
    document.addEventListener("visibilitychange", () => this.poll());
  }

  get(key) {
    return this.decisions[key];
  }

  /** Shown at once, and taken back where the server does not store it. */
  async act({ keys, decision, replacement, reason = "" }) {
    const before = Object.fromEntries(keys.map((key) => [key, this.get(key) ?? null]));
    const shown = keys.map((key) => [
      key,
      decision && decided(this.model.byKey.get(key), decision, replacement, reason),
    ]);
    this.put(Object.fromEntries(shown));
    try {
      const answer = await this.post("decide", { keys, decision, replacement, reason });
      this.put(answer.decisions);
    } catch (error) {
      this.put(before);
      this.failed(`Not stored: ${error.message}`);
    }
  }

  async undo() {
    try {
      const { decisions } = await this.post("undo", {});
      this.put(decisions);
      return Object.keys(decisions);
    } catch (error) {
      this.failed(`Not undone: ${error.message}`);
      return [];
    }
  }

  preview(path) {
    return this.post("preview", { path });
  }

  apply(path, digest) {
    return this.post("apply", { path, digest });
  }

  put(decisions) {
    const changed = Object.keys(decisions).filter((key) => {
      const [now, then] = [decisions[key] ?? null, this.decisions[key] ?? null];
      if (now) this.decisions[key] = now;
      else delete this.decisions[key];
      return JSON.stringify(now) !== JSON.stringify(then);
    });
    if (changed.length) this.changed(changed);
  }

  /** Sends one thing after the other: what is undone or written next is what was decided before it. */
  post(name, body) {
    this.pending += 1;
    const answer = this.last.then(() => this.send(name, body)).finally(() => (this.pending -= 1));
    this.last = answer.catch(() => {});
    return answer;
  }

  async send(name, body) {
    try {
      const response = await fetch(`api/${name}`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Mtqa-Editor": encodeURIComponent(editorName()) },
        body: JSON.stringify(body),
      });
      const answer = await response.json().catch(() => ({}));
      if (!response.ok) throw new Error(answer.error ?? `the server answers ${response.status}`);
      this.acknowledged = Math.max(this.acknowledged, answer.revision ?? -1);
      return answer;
    } catch (error) {
      throw error instanceof TypeError ? new Error("the server cannot be reached; is mtqa review still running?") : error;
    }
  }

  /** Asks what is new, again and again while the page is seen. */
  async poll() {
    clearTimeout(this.timer);
    if (document.hidden) return;
    try {
      await this.renew();
      if (this.lost) this.failed("The server is back");
      this.lost = false;
    } catch {
      if (!this.lost) this.failed("The server cannot be reached; is mtqa review still running?");
      this.lost = true;
    }
    this.timer = setTimeout(() => this.poll(), POLL);
  }

  async renew() {
    const response = await fetch(`api/state?since=${this.revision}`);
    if (!response.ok) throw new Error(String(response.status));
    const { revision, data, decisions } = await response.json();
    // What we are sending is newer than this answer, and a form is not to be torn away: the next one will do.
    if (this.pending || revision < this.acknowledged || document.querySelector("form.line-form")) return;
    this.revision = revision;
    if (data && copyOf(data) !== this.copy) this.renewed(data);
    if (data) this.copy = copyOf(data);
    const now = data?.decisions ?? decisions; // the latter alone where no story has changed
    if (!now) return;
    const gone = Object.keys(this.decisions).filter((key) => !(key in now));
    this.put({ ...now, ...Object.fromEntries(gone.map((key) => [key, null])) });
  }
}

/** What changes when the copy does, or what is found in it; decisions aside. */
function copyOf({ articles, findings, problems, pending }) {
  const stories = articles.map(({ path, digest, hidden, source }) => [path, digest, hidden, source]);
  return JSON.stringify([stories, findings.map(({ id }) => id), problems, pending]);
}
