// Light, dark, or as the system has it.

import { byId } from "./dom.js";
import { keep, kept } from "./settings.js";

const THEMES = ["auto", "light", "dark"];

export function wireTheme() {
  const button = byId("theme");
  const apply = (theme) => {
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    button.setAttribute("aria-label", `Colours: ${theme === "auto" ? "as the system" : theme}`);
    button.title = button.getAttribute("aria-label");
  };
  let theme = kept("theme", "auto");
  apply(theme);
  button.addEventListener("click", () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
    keep("theme", theme);
    apply(theme);
  });
}
