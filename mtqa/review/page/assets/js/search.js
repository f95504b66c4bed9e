// Search in all that findings say.

import { byId } from "./dom.js";

const PAUSE = 120;

/** `changed` is called when the typing rests, `entered` on Enter. */
export function wireSearch(app, changed, entered) {
  const input = byId("search");
  let waiting = 0;
  const search = () => {
    clearTimeout(waiting);
    app.filters.search(input.value);
    changed();
  };
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      search();
      entered();
    } else if (event.key === "Escape") {
      if (input.value === "") input.blur();
      input.value = "";
      search();
    } else return;
    event.preventDefault();
  });
}
