// Texts as the data count them: in code points, where JavaScript counts UTF-16 units.

const SURROGATE = /[\ud800-\udfff]/;

/** A text that is cut by code points. */
export class Points {
  constructor(text) {
    this.text = text;
    this.points = SURROGATE.test(text) ? Array.from(text) : null;
    this.length = this.points ? this.points.length : text.length;
  }

  slice(start, end = this.length) {
    return this.points ? this.points.slice(start, end).join("") : this.text.slice(start, end);
  }
}

export function plural(number, noun, many = `${noun}s`) {
  return `${number.toLocaleString("en")} ${number === 1 ? noun : many}`;
}

/** A confidence in words; never "100 %", for nothing here is certain. */
export function percent(confidence) {
  return `${Math.min(Math.round(confidence * 100), 99)} %`;
}

/** A text for a sentence, whichever way it runs: it leaves the order of the words around it alone. */
export function isolated(text) {
  return `\u2068${text}\u2069`;
}

/** A text as a sentence: with a capital, where it begins with a letter. */
export function sentence(text) {
  const [first = "", ...rest] = text;
  return first.toUpperCase() + rest.join("");
}

/** A text as search compares it: without case and accents. */
export function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
