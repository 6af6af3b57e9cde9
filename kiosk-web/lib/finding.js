import { EXCLUSIVE, filterNamed } from "./filters.js";
import { Part } from "./part.js";

/** So many cards are drawn at once, and so many more each time they are asked for. */
export const PAGE = 24;

/**
 * What the visitor asked the places to be. One set of choices for the whole visit: who comes along with a pushchair
 * comes along with it on every page.
 *
 * @typedef {object} Slice
 * @property {string[]} chosen - filters, in the order they were chosen
 * @property {import('./results.js').Order} order
 * @property {Object<string, number>} drawn - how many cards, by list: coming back finds the list as long as it was
 * @extends {Part<Slice>}
 */
export class Finding extends Part {
  constructor() {
    super("finding", { chosen: [], order: "near", drawn: {} });
  }

  /**
   * @param {string} id - of a filter
   * @param {string} [theme] - whose list it was touched on
   */
  toggle(id, theme) {
    const { chosen } = this.slice;
    if (chosen.includes(id)) {
      this.remove(id);
      return;
    }
    const group = filterNamed(id)?.group ?? "";
    const others = EXCLUSIVE.has(group) ? chosen.filter((other) => filterNamed(other)?.group !== group) : chosen;
    this.update({ chosen: [...others, id], drawn: {} });
    this.record("filter", { ...(theme && { theme }), value: id });
  }

  /** @param {string} id */
  remove(id) {
    this.update({ chosen: this.slice.chosen.filter((other) => other !== id), drawn: {} });
  }

  clear() {
    this.update({ chosen: [], drawn: {} });
  }

  /** @param {import('./results.js').Order} order */
  sortBy(order) {
    this.update({ order, drawn: {} });
  }

  /** @param {string} list */
  showMore(list) {
    this.update({ drawn: { ...this.slice.drawn, [list]: (this.slice.drawn[list] ?? PAGE) + PAGE } });
  }
}
