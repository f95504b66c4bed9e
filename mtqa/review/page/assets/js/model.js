// The data of the page, with what is looked up in them often.

import { SEVERITIES } from "./words.js";

/** Stories, worst first, and their findings. */
export class Model {
  constructor(data) {
    this.kind = data.kind;
    this.project = data.project;
    this.rules = {};
    this.load(data);
  }

  /** Takes new data; a server that sends them again leaves the rules out. */
  load(data) {
    Object.assign(this.rules, data.rules);
    this.signature = data.signature;
    this.generated = data.generated;
    this.problems = data.problems ?? [];
    this.waiting = data.pending ?? 0; // stories that a server is still checking
    this.byKey = new Map();
    this.byEntity = new Map();
    const stories = new Map();
    data.articles.forEach((article, index) => stories.set(article.id, { ...article, index, findings: [] }));
    for (const raw of data.findings) {
      const story = stories.get(raw.article);
      const finding = { ...raw, story, key: `${story.path}#${raw.id}` };
      story.findings.push(finding);
      this.byKey.set(finding.key, finding);
      if (!this.byEntity.has(finding.entity)) this.byEntity.set(finding.entity, []);
      this.byEntity.get(finding.entity).push(finding);
    }
    this.stories = [...stories.values()].sort(worstFirst);
    this.stories.forEach((story, number) => (story.number = number + 1));
    this.findings = this.stories.flatMap((story) => story.findings);
    this.words = this.stories.reduce((sum, story) => sum + story.words, 0);
  }

  story(path) {
    return this.stories.find((story) => story.path === path) ?? null;
  }
}

/** How many findings of each severity. */
export function bySeverity(findings) {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}

function worstFirst(one, other) {
  const [first, second] = [bySeverity(one.findings), bySeverity(other.findings)];
  for (const severity of SEVERITIES)
    if (first[severity] !== second[severity]) return second[severity] - first[severity];
  return one.index - other.index;
}
