// The page as a whole: which story and which card are shown, and what follows when something changes.

import { announce } from "./announce.js";
import { ArticleView } from "./article.js";
import { CardsView } from "./cards.js";
import { byId } from "./dom.js";
import { FilterPanel } from "./filterpanel.js";
import { Filters } from "./filters.js";
import { itemsOf } from "./items.js";
import { showOverview } from "./overview.js";
import { drawEnds, drawProgress, drawStoryHead } from "./panels.js";
import { keep, kept } from "./settings.js";
import { StoriesView } from "./stories.js";
import { isolated, plural } from "./text.js";

export class App {
  constructor(model, makeStore) {
    this.model = model;
    this.heading = document.title;
    this.filters = new Filters();
    this.grouped = kept("grouped", true);
    this.bilingual = kept("bilingual", true);
    this.story = null;
    this.items = [];
    this.item = null;
    this.shows = (finding) => this.filters.shows(finding, this.status(finding));
    this.store = makeStore(this);
    this.article = new ArticleView(byId("article"), this, (finding) => this.chooseFinding(finding, true));
    this.cards = new CardsView(byId("cards"), this, (name, element, item) => this.onAct(name, element, item));
    this.stories = new StoriesView(byId("stories-list"), this, (story) => this.openByHand(story));
    this.panel = new FilterPanel(this, () => this.refilter());
  }

  status(finding) {
    return this.store.get(finding.key)?.decision ?? "open";
  }

  settled(findings = this.model.findings) {
    return findings.filter((finding) => this.status(finding) !== "open").length;
  }

  progressText() {
    return `${this.settled().toLocaleString("en")} of ${plural(this.model.findings.length, "finding")} settled`;
  }

  say(text) {
    announce(text);
  }

  fail(text) {
    announce(text, { urgent: true });
  }

  sayStory(story) {
    announce(`Story ${story.number} of ${this.model.stories.length}: ${isolated(story.title)}`, { unseen: true });
  }

  /** Shows a story, or the overview for null. */
  open(story) {
    this.story = story;
    document.body.classList.toggle("at-overview", story === null);
    byId("overview").hidden = story !== null;
    byId("reading").hidden = story === null;
    byId("findings").hidden = story === null;
    this.item = null;
    if (story) {
      this.items = itemsOf(story, this.grouped, this.shows);
      this.article.show(story);
      this.cards.show(this.items);
      scrollTo(0, 0);
    } else {
      this.items = [];
      showOverview(byId("overview"), this);
    }
    document.title = [...(story ? [story.title] : []), this.heading].join(" · ");
    this.stories.mark();
    this.drawFrame();
    this.remember();
  }

  openByHand(story) {
    this.onOpen?.();
    this.open(story);
    if (story && this.items.length) this.choose(this.items[0], true);
    else byId(story ? "story-head" : "overview-title").focus();
  }

  choose(item, focus) {
    this.item = item;
    this.cards.choose(item, focus);
    this.article.choose(item ? item.findings : []);
    drawEnds(this);
    this.remember();
  }

  chooseFinding(finding, focus) {
    const item = this.items.find((each) => each.findings.includes(finding));
    if (item) this.choose(item, focus);
  }

  /** Goes to a finding wherever it is; filters that hide it are left as they are. */
  reveal(finding) {
    if (this.story !== finding.story) this.open(finding.story);
    this.chooseFinding(finding, true);
  }

  /** One card on or back, over the ends of stories. */
  step(by) {
    const at = this.items.indexOf(this.item);
    const next = this.items[this.item ? at + by : by > 0 ? 0 : this.items.length - 1];
    if (next) return this.choose(next, true);
    const { stories } = this.model;
    const from = this.story ? stories.indexOf(this.story) : by > 0 ? -1 : stories.length;
    for (let number = from + by; stories[number]; number += by) {
      if (!stories[number].findings.some(this.shows)) continue;
      this.open(stories[number]);
      this.choose(this.items.at(by > 0 ? 0 : -1), true);
      return this.sayStory(stories[number]);
    }
    return this.say(by > 0 ? "This is the last finding" : "This is the first finding");
  }

  /** To the next open finding: in this story after the present one, before it, in the stories that follow. */
  nextOpen(stayInStory = false) {
    const open = (item) => item.findings.some((finding) => this.status(finding) === "open");
    const at = Math.max(this.items.indexOf(this.item), 0);
    const near = [...this.items.slice(at + 1), ...this.items.slice(0, at + 1)].find(open);
    if (near) return this.choose(near, true) ?? true;
    if (stayInStory) return false;
    const { stories } = this.model;
    const from = this.story ? stories.indexOf(this.story) + 1 : 0;
    for (const story of [...stories.slice(from), ...stories.slice(0, from)]) {
      const finding = story.findings.find((each) => this.shows(each) && this.status(each) === "open");
      if (!finding) continue;
      this.reveal(finding);
      this.sayStory(story);
      return true;
    }
    this.say(this.filters.active ? "Nothing open among what the filter shows" : "All settled");
    return false;
  }

  /** After an act on the card of `lead`: on to what is still open in the story, and word of it. */
  advance(lead, said) {
    // A filter may have put the next card in the place of the one that is settled: that is far enough.
    const moved = this.item && this.item.lead !== lead && this.status(this.item.lead) === "open";
    if (moved) this.choose(this.item, true);
    const on = moved || this.nextOpen(true);
    const done = on || this.settled(this.story.findings) < this.story.findings.length ? "" : " This story is settled.";
    this.say(`${said}. ${this.progressText()}.${done}`);
  }

  onAct(name, element, item) {
    if (item !== this.item) this.choose(item, true);
    this.commands?.[name]?.(element);
  }

  /** Told by the store that decisions have changed. */
  changed(keys) {
    const findings = keys.map((key) => this.model.byKey.get(key)).filter(Boolean);
    const entities = new Set(findings.map((finding) => finding.entity));
    this.stories.patch(new Set(findings.map((finding) => finding.story)));
    if (this.story && this.filters.statuses.size) this.refilter();
    else if (this.story) {
      this.article.patch(keys);
      this.cards.patch(this.items.filter((each) => entities.has(each.lead.entity)));
    } else showOverview(byId("overview"), this);
    this.drawFrame();
  }

  /** Told that filters, search or grouping have changed; the last leaves the marks as they are. */
  refilter(marks = true) {
    if (!this.story) return this.filters.active && this.openFirst();
    const [before, at] = [this.item, this.items.indexOf(this.item)];
    const focused = byId("cards").contains(document.activeElement);
    this.items = itemsOf(this.story, this.grouped, this.shows);
    if (marks) this.article.show(this.story);
    this.cards.show(this.items);
    const same = this.items.find((item) => before && item.findings.includes(before.lead));
    const near = before && this.items[Math.min(at, this.items.length - 1)];
    this.choose(same ?? near ?? null, focused);
    this.drawFrame();
    return undefined;
  }

  /** The first story that has something the filters show. */
  openFirst() {
    const story = this.model.stories.find((each) => each.findings.some(this.shows));
    if (story) this.open(story);
  }

  toggleGrouping() {
    this.grouped = !this.grouped;
    keep("grouped", this.grouped);
    this.refilter(false);
    this.say(this.grouped ? "Mentions of one name are decided together" : "Each mention is decided by itself");
  }

  toggleSource() {
    this.bilingual = !this.bilingual;
    keep("bilingual", this.bilingual);
    this.refilter();
  }

  /** Told that a server has new data: the copy has changed, or was written. */
  renewed(data) {
    const [path, lead, top] = [this.story?.path, this.item?.lead, scrollY];
    const awaited = !this.model.stories.length && this.model.waiting === 1;
    this.model.load(data);
    if (awaited) return this.recall(); // the one story that the page had to wait for
    this.stories.show();
    this.open(path === undefined ? null : this.model.story(path));
    const finding = lead && this.model.byKey.get(lead.key);
    if (finding) this.chooseFinding(finding, false);
    else if (this.items.length) this.choose(this.items[0], false);
    return scrollTo(0, top);
  }

  drawFrame() {
    drawProgress(this);
    drawStoryHead(this);
    drawEnds(this);
    this.panel.sync();
  }

  /** The address names the story and the finding: a reload comes back to them. */
  remember() {
    const place = new URLSearchParams();
    if (this.story) place.set("story", this.story.path);
    if (this.item) place.set("finding", this.item.lead.id);
    try {
      history.replaceState(null, "", `#${place}`);
    } catch {
      // Some browsers refuse it for a page from disk: then a reload begins anew.
    }
  }

  /** What the address names; a page of one story begins with it. */
  recall() {
    const place = new URLSearchParams(location.hash.slice(1));
    const { stories } = this.model;
    const story = this.model.story(place.get("story") ?? "") ?? (stories.length === 1 ? stories[0] : null);
    this.stories.show();
    this.open(story);
    if (!story) return;
    const finding = this.model.byKey.get(`${story.path}#${place.get("finding")}`);
    const item = this.items.find((each) => each.findings.includes(finding));
    if (item ?? this.items[0]) this.choose(item ?? this.items[0], false);
  }
}
