import { Part } from "./part.js";
import { here } from "./here.js";
import { ordered } from "./results.js";

/** Somebody who hasn't typed for this long has typed what they look for. */
const TYPED_MS = 1_500;
const NONE = { docs: [], matches: [], corrected: null };

/**
 * Looking for a place by its name, its commune or a word.
 * @typedef {object} Slice
 * @property {string} query - as typed
 * @property {?import('./search/index.js').Answer} answer - null while the index is being made
 * @property {import('./api.js').Summary[]} places - those the answer's numbers mean
 * @property {number} drawn - how many are shown
 * @extends {Part<Slice>}
 */
export class Searching extends Part {
  constructor() {
    super("searching", { query: "", answer: NONE, places: [], drawn: 0 });
    /** @type {?import('./search/index.js').SearchIndex} */
    this.index = null;
    /** @type {?import('./search/suggest.js')} */
    this.suggest = null;
    /** @type {import('./api.js').Catalogue[]} what it was made of */
    this.made = [];
    /** @type {AbortController | undefined} */
    this.making = undefined;
    /** @type {number | undefined} */
    this.timer = undefined;
    this.counted = "";
    this.scrollTop = 0; // of the results, in their own box
  }

  /** The visitor's language, and the office's own: a name is often known in that one. */
  get wanted() {
    const { catalogues, lang } = this.screen.state;
    const own = catalogues[lang];
    const first = own && own.languages[0] !== lang ? catalogues[own.languages[0]] : undefined;
    return [own, first].filter((catalogue) => catalogue !== undefined);
  }

  /** Makes the index, unless there is one of these very catalogues. Called whenever a page that searches is drawn. */
  async prepare() {
    const { wanted } = this;
    if (wanted.length === 0 || (wanted.length === this.made.length && wanted.every((one, i) => one === this.made[i]))) return;
    this.made = wanted;
    this.making?.abort();
    this.making = new AbortController();
    const { signal } = this.making;
    try {
      const [{ buildIndex }, suggest] = await Promise.all([import("./search/build.js"), import("./search/suggest.js")]);
      const from = here(wanted[0], this.screen.session.screen);
      const places = ordered(wanted[0].places, "near", { from, collator: this.screen.state.words.collator });
      const index = await buildIndex(places, wanted, signal);
      this.index = index;
      this.suggest = suggest;
      this.update({ places, answer: this.answerTo(this.slice.query) });
    } catch (error) {
      if (!signal.aborted) this.made = []; // its files didn't come: the next key asks again
      if (!signal.aborted) console.warn("search", error);
    }
  }

  /** @param {string} query */
  type(query) {
    this.scrollTop = 0;
    this.update({ query, drawn: 0, answer: this.answerTo(query) });
    this.prepare();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.count(), TYPED_MS);
  }

  /** @param {string} query */
  answerTo(query) {
    return query.trim() === "" ? NONE : (this.index?.search(query) ?? null);
  }

  /** @returns {string[]} what may have been meant */
  suggestions() {
    return this.index && this.suggest ? this.suggest.suggestions(this.index, this.slice.query) : [];
  }

  /** @param {number} drawn */
  draw(drawn) {
    this.update({ drawn });
  }

  /** Counts what was searched, once: when typing ends or a result is opened. */
  count() {
    clearTimeout(this.timer);
    const { query, answer } = this.slice;
    const term = query.trim();
    if (term.length < 2 || term === this.counted || !answer) return;
    this.counted = term;
    this.record("search", { term, value: answer.docs.length });
  }

  /** @override */
  forget() {
    clearTimeout(this.timer);
    this.counted = "";
    this.scrollTop = 0;
    const { places } = this.slice;
    super.forget();
    this.update({ places }); // the index outlives the visitor; what was typed doesn't
  }
}
