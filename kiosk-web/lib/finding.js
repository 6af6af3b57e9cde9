import { Part } from "./part.js";

/**
 * What the visitor asked the places to be.
 * @typedef {{filters: Object<string, string[]>}} Slice - filters chosen, by theme
 * @extends {Part<Slice>}
 */
export class Finding extends Part {
  constructor() {
    super("finding", { filters: {} });
  }

  /**
   * @param {string} theme
   * @param {string} filter
   */
  toggle(theme, filter) {
    const chosen = this.slice.filters[theme] ?? [];
    const on = !chosen.includes(filter);
    const filters = on ? [...chosen, filter] : chosen.filter((other) => other !== filter);
    this.update({ filters: { ...this.slice.filters, [theme]: filters } });
    if (on) this.record("filter", { theme, value: filter });
  }

  /** @param {string} theme */
  clear(theme) {
    this.update({ filters: { ...this.slice.filters, [theme]: [] } });
  }
}
