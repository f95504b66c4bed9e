// The Spanish beside the English, where it is at hand.

import { h } from "./dom.js";
import { Points } from "./text.js";

/** The Spanish sentences of a block, with what findings suppose marked in them. */
export function sourceSentences(story, number) {
  const pairs = story.source.pairs.filter((pair) => pair.block === number);
  const sentences = pairs.map((pair) => h("span", { class: "sentence" }, ...marked(story, pair), " "));
  return h("p", { class: "source", lang: "es", dir: "auto" }, ...sentences);
}

function marked(story, pair) {
  const points = new Points(pair.text);
  const found = [];
  let at = 0;
  for (const mark of [...pair.marks].sort((one, other) => one.start - other.start)) {
    if (mark.start < at) continue;
    const key = `${story.path}#${mark.finding}`;
    const text = points.slice(mark.start, mark.end);
    found.push(points.slice(at, mark.start), h("span", { class: "source-mark", role: "button", tabindex: "-1", "data-key": key }, text));
    at = mark.end;
  }
  return [...found, points.slice(at)];
}
