// What the browser keeps: settings of the page and, for a report, the decisions.

/** The value kept under a name; `otherwise` where there is none or the browser keeps nothing. */
export function kept(name, otherwise) {
  try {
    const text = localStorage.getItem(`mtqa:${name}`);
    return text === null ? otherwise : JSON.parse(text);
  } catch {
    return otherwise;
  }
}

/** Keeps a value; false where the browser does not let us. */
export function keep(name, value) {
  try {
    localStorage.setItem(`mtqa:${name}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Calls back when another tab has kept something under a name. */
export function whenKept(name, callback) {
  addEventListener("storage", (event) => {
    if (event.key === `mtqa:${name}`) callback();
  });
}
