// The cards of a story; only the chosen one is open.

import { cardBody, cardHead, idOf } from "./card.js";
import { h } from "./dom.js";
import { statusOf } from "./items.js";

const GAP_AROUND = 6;

/** `act(name, element)` is called with what a button of the chosen card asks for. */
export class CardsView {
  constructor(root, app, act) {
    Object.assign(this, { root, app, act });
    this.cards = new Map();
    this.open = null;
    this.printing = false;
    root.addEventListener("click", (event) => this.press(event));
    addEventListener("beforeprint", () => this.print(true));
    addEventListener("afterprint", () => this.print(false));
  }

  /** On paper all cards are open. */
  print(printing) {
    this.printing = printing;
    for (const { item } of this.cards.values()) this.fill(item);
  }

  show(items) {
    this.cards = new Map();
    this.open = null;
    const rows = items.map((item) => h("li", {}, this.card(item)));
    this.root.replaceChildren(...rows);
  }

  card(item) {
    const card = h("article", {
      tabindex: "-1",
      "data-id": item.id,
      "aria-labelledby": idOf(item, "title"),
    });
    this.cards.set(item.id, { card, item });
    this.fill(item);
    return card;
  }

  fill(item) {
    const { card } = this.cards.get(item.id);
    const chosen = this.open === item.id;
    card.className = `card ${item.lead.severity} ${statusOf(item, (finding) => this.app.status(finding))}${chosen ? " chosen" : ""}`;
    card.replaceChildren(...cardHead(item, this.app));
    if (chosen || this.printing) card.append(h("div", { class: "card-body" }, ...cardBody(item, this.app).filter(Boolean)));
    card.querySelector("[data-act=choose]").setAttribute("aria-expanded", String(chosen));
    if (chosen) card.setAttribute("aria-describedby", idOf(item, "message"));
    else card.removeAttribute("aria-describedby");
    if (chosen) card.setAttribute("aria-current", "true");
    else card.removeAttribute("aria-current");
  }

  /** Shows anew the cards of some findings; the focus stays in the card that it is in. */
  patch(items) {
    for (const item of items) {
      const entry = this.cards.get(item.id);
      // A form that is being filled in stays; closing it shows the card anew.
      if (!entry || entry.card.querySelector("form")) continue;
      entry.item = item;
      const focused = entry.card.contains(document.activeElement);
      this.fill(item);
      if (focused) entry.card.focus({ preventScroll: true });
    }
  }

  choose(item, focus) {
    const before = this.open && this.cards.get(this.open);
    this.open = item?.id ?? null;
    if (before && before.item.id !== this.open) this.fill(before.item);
    if (!item) return;
    this.fill(item);
    const { card } = this.cards.get(item.id);
    if (focus) card.focus({ preventScroll: true });
    this.scrollTo(card);
  }

  /** Brings a card into view by moving the list alone, never the story. */
  scrollTo(card) {
    const list = this.root.closest(".scrolls");
    const [inner, outer] = [card.getBoundingClientRect(), list.getBoundingClientRect()];
    const top = outer.top + list.querySelector(".cards-head").offsetHeight;
    if (inner.top < top || inner.height > outer.bottom - top) list.scrollTop += inner.top - top - GAP_AROUND;
    else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom + GAP_AROUND;
  }

  /** The place in the chosen card where a form stands. */
  get slot() {
    return this.open === null ? null : this.cards.get(this.open)?.card.querySelector(".slot");
  }

  press(event) {
    const element = event.target.closest("[data-act]");
    const card = event.target.closest("[data-id]");
    if (!card) return;
    const { item } = this.cards.get(card.dataset.id);
    if (element?.dataset.act === "choose" || this.open !== item.id) this.act("choose", element, item);
    else if (element && !element.disabled) this.act(element.dataset.act, element, item);
  }
}
