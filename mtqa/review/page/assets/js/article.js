// The story as it will be published, with the spans in question marked.

import { h, unseen } from "./dom.js";
import { sourceSentences } from "./source.js";
import { Points } from "./text.js";
import { SEVERITY_NAMES, STATUS_NAMES } from "./words.js";

const GAP = "\ufffc";
const TAGS = { paragraph: "p", quote: "blockquote", list: "p", cell: "p", caption: "p" };

/** Shows one story at a time. `chosen` is called with the finding whose mark was clicked. */
export class ArticleView {
  constructor(root, app, chosen) {
    Object.assign(this, { root, app, chosen });
    this.marks = new Map();
    root.addEventListener("click", (event) => this.press(event));
    root.addEventListener("keydown", (event) => {
      if ((event.key === "Enter" || event.key === " ") && this.press(event)) event.preventDefault();
    });
  }

  show(story) {
    this.marks = new Map();
    const placed = new Map();
    for (const finding of story.findings.filter((each) => each.place && this.app.shows(each))) {
      const { block } = finding.place;
      if (!placed.has(block)) placed.set(block, []);
      placed.get(block).push(finding);
    }
    const bilingual = story.source !== null && this.app.bilingual;
    const levels = new Levels();
    const blocks = story.blocks.map((block, number) => {
      const element = this.block(block, levels, placed.get(number) ?? []);
      if (!bilingual) return element;
      return h("div", { class: "pair" }, element, sourceSentences(story, number));
    });
    this.root.classList.toggle("bilingual", bilingual);
    this.root.replaceChildren(...blocks);
  }

  block(block, levels, findings) {
    const level = block.kind === "heading" ? levels.of(block.level) : 0;
    const tag = level ? `h${level}` : (TAGS[block.kind] ?? "p");
    return h(tag, { class: `block ${block.kind}`, dir: "auto" }, ...this.pieces(new Points(block.text), findings));
  }

  /** The text of a block, cut where findings begin and end; of two that overlap the later keeps what is left. */
  pieces(points, findings) {
    const found = [];
    let at = 0;
    for (const finding of [...findings].sort((one, other) => one.place.start - other.place.start)) {
      const start = Math.max(finding.place.start, at);
      if (start >= finding.place.end) continue;
      found.push(...plain(points.slice(at, start)), this.mark(finding, points.slice(start, finding.place.end)));
      at = finding.place.end;
    }
    return [...found, ...plain(points.slice(at))];
  }

  mark(finding, text) {
    const mark = h("span", { role: "button", tabindex: "-1", "data-key": finding.key, "data-text": text });
    this.marks.set(finding.key, mark);
    this.fill(mark, finding);
    return mark;
  }

  fill(mark, finding) {
    const decision = this.app.store.get(finding.key);
    const status = this.app.status(finding);
    const text = mark.dataset.text;
    const replaced = decision?.replacement ?? null;
    const chosen = mark.classList.contains("chosen");
    mark.className = `mark ${finding.severity} ${status}${chosen ? " chosen" : ""}`;
    const said = replaced === null ? text : `${replaced || "nothing"}, was ${text}`;
    mark.setAttribute("aria-label", `${said}: ${SEVERITY_NAMES[finding.severity]}, ${STATUS_NAMES[status]}`);
    if (replaced === null) mark.replaceChildren(text);
    else mark.replaceChildren(replaced === "" ? h("del", {}, text) : h("ins", {}, replaced));
  }

  /** Shows anew what was decided of some findings. */
  patch(keys) {
    for (const key of keys) {
      const mark = this.marks.get(key);
      if (mark) this.fill(mark, this.app.model.byKey.get(key));
    }
  }

  /** Shows which findings are chosen, and brings the first into view. */
  choose(findings) {
    const keys = new Set(findings.map((finding) => finding.key));
    for (const mark of this.root.querySelectorAll(".mark.chosen"))
      if (!keys.has(mark.dataset.key)) this.unchoose(mark);
    const marks = [...keys].map((key) => this.marks.get(key)).filter(Boolean);
    for (const mark of marks) {
      mark.classList.add("chosen");
      mark.tabIndex = 0;
    }
    marks[0]?.scrollIntoView({ block: "center", inline: "nearest" });
    this.linkSource(keys);
  }

  /** Brings one mark into view and puts the focus on it. */
  bring(key) {
    const mark = this.marks.get(key);
    mark?.scrollIntoView({ block: "center", inline: "nearest" });
    mark?.focus({ preventScroll: true });
  }

  unchoose(mark) {
    mark.classList.remove("chosen");
    mark.tabIndex = -1;
  }

  linkSource(keys) {
    for (const mark of this.root.querySelectorAll(".source-mark"))
      mark.classList.toggle("chosen", keys.has(mark.dataset.key));
  }

  press(event) {
    const mark = event.target.closest?.(".mark, .source-mark");
    const finding = mark && this.app.model.byKey.get(mark.dataset.key);
    if (finding) this.chosen(finding);
    return Boolean(finding);
  }
}

/** Heading levels without jumps: the page's own headings end at 1. */
class Levels {
  constructor() {
    this.last = 1;
  }

  of(level) {
    this.last = Math.min(level + 1, this.last + 1, 6);
    return this.last;
  }
}

function plain(text) {
  const parts = text.split(GAP);
  return parts.flatMap((part, index) =>
    index ? [h("span", { class: "gap", title: "Code or an image" }, unseen("code or an image")), part] : [part],
  );
}
