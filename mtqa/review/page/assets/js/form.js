// A line to fill in, in the chosen card: another text, or a reason.

import { h, kbd } from "./dom.js";

/** Opens a form in `slot`; `done(text)` is called when it is sent, `closed()` after either way out. */
export function openForm(slot, { label, value, button, hint = "" }, done, closed) {
  const input = h("input", { type: "text", name: "text", value, dir: "auto", autocomplete: "off", spellcheck: "false" });
  const shut = () => {
    slot.replaceChildren();
    closed();
  };
  const form = h(
    "form",
    {
      class: "line-form",
      on: {
        submit: (event) => {
          event.preventDefault();
          const text = input.value;
          shut();
          done(text);
        },
        keydown: (event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          event.stopPropagation();
          shut();
        },
      },
    },
    h("label", {}, h("span", { class: "label" }, label), input),
    hint && h("p", { class: "hint" }, hint),
    h(
      "div",
      { class: "acts" },
      h("button", { type: "submit", class: "act main" }, button, kbd("↵")),
      h("button", { type: "button", class: "act quiet", on: { click: shut } }, "Cancel", kbd("Esc")),
    ),
  );
  slot.replaceChildren(form);
  input.focus();
  input.select();
}
