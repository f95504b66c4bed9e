// The panel in which filters are chosen.

import { byId, h, icon } from "./dom.js";
import { plural } from "./text.js";
import { SEVERITIES, SEVERITY_NAMES, STATUSES, STATUS_NAMES, ruleName } from "./words.js";

/** `changed` is called after each choice. */
export class FilterPanel {
  constructor(app, changed) {
    Object.assign(this, { app, changed });
    this.panel = byId("filters");
    this.button = byId("filter-button");
    this.button.addEventListener("click", () => this.toggle());
    this.panel.addEventListener("change", (event) => this.choose(event.target));
    this.panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.toggle(false);
    });
    byId("filter-close").addEventListener("click", () => this.toggle(false));
    byId("filter-clear").addEventListener("click", () => this.clear());
    byId("confidence").addEventListener("input", (event) => this.confide(Number(event.target.value)));
  }

  toggle(open = this.panel.hidden) {
    this.panel.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
    if (open) this.draw();
    (open ? this.panel.querySelector("input") : this.button).focus();
  }

  draw() {
    const { model, filters } = this.app;
    const count = (test) => model.findings.filter(test).length;
    byId("filter-severity").replaceChildren(
      ...SEVERITIES.map((each) =>
        box("severities", each, SEVERITY_NAMES[each], count((finding) => finding.severity === each), filters, each),
      ),
    );
    byId("filter-status").replaceChildren(
      ...STATUSES.map((each) =>
        box("statuses", each, STATUS_NAMES[each], count((finding) => this.app.status(finding) === each), filters, each),
      ),
    );
    const codes = Object.keys(model.rules).sort();
    byId("filter-rule").replaceChildren(
      ...codes.map((code) =>
        box("rules", code, ruleName(model.rules[code].name), count((finding) => finding.code === code), filters),
      ),
    );
    this.sync();
  }

  /** Says on the button and in the panel what is set. */
  sync() {
    const { filters } = this.app;
    byId("filter-count").textContent = filters.count ? String(filters.count) : "";
    byId("filter-count").hidden = !filters.count;
    this.button.setAttribute("aria-label", filters.count ? `Filter, ${plural(filters.count, "filter")} set` : "Filter");
    byId("confidence").value = String(filters.confidence);
    byId("confidence-value").textContent = filters.confidence ? `${filters.confidence} % or more` : "any";
  }

  choose(input) {
    const set = this.app.filters[input.name];
    if (!(set instanceof Set)) return;
    if (input.checked) set.add(input.value);
    else set.delete(input.value);
    this.sync();
    this.changed();
  }

  confide(number) {
    this.app.filters.confidence = number;
    this.sync();
    this.changed();
  }

  /** All filters off, the search too. */
  clear() {
    this.app.filters.clear();
    byId("search").value = "";
    this.draw();
    this.changed();
  }
}

function box(name, value, label, number, filters, drawing = "") {
  return h("label", { class: "box" },
    h("input", { type: "checkbox", name, value, checked: filters[name].has(value) }),
    drawing && drawing !== "open" ? icon(drawing) : null,
    h("span", {}, label), h("span", { class: "amount" }, String(number)));
}
