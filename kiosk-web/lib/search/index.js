import { compounds, isSmall, token, wordsOf } from "./normalise.js";
import { allowedTypos, bits, letters, mistakes } from "./typo.js";

/**
 * A small index of words, made for one screen: every word of every place with where it stands, asked at each key.
 *
 * @typedef {"name" | "commune" | "theme" | "keyword" | "teaser"} Field
 * @typedef {{typed: string, exact: boolean, typos: Set<string>}} Match - what one typed word stands for
 * @typedef {{docs: number[], matches: Match[], corrected: ?string}} Answer - `corrected`: the word that was taken instead of one typed
 */

const FIELDS = /** @type {const} */ (["name", "commune", "theme", "keyword", "teaser"]);
const WEIGHTS = [100, 60, 50, 40, 15];
const EXACT = 1;
const PREFIX = 0.75;
const TYPO = [0, 0.4, 0.25];
/** On top, for a name that is what was typed, begins with it, or holds it as it stands. */
const SAME_NAME = 300;
const NAME_BEGINS = 150;
const NAME_HOLDS = 60;

export class SearchIndex {
  constructor() {
    /** @type {string[]} */
    this.tokens = [];
    /** @type {number[]} letters each holds */
    this.masks = [];
    /** @type {string[]} each as it was first written */
    this.written = [];
    /** @type {number[][]} where each stands: document and field in one number */
    this.postings = [];
    /** @type {Map<string, number>} */
    this.ids = new Map();
    /** @type {Map<string, number[]>} tokens by their first letter */
    this.byLetter = new Map();
    /** @type {Map<string, string>} words as written, and their tokens: most words stand in many places */
    this.known = new Map();
    /** @type {string[][]} each document's names, in every language */
    this.names = [];
  }

  /**
   * @param {number} doc - from 0; of two that are as good, the lower one comes first
   * @param {Field} field
   * @param {string} text
   */
  add(doc, field, text) {
    const place = (doc << 3) | FIELDS.indexOf(field);
    const tokens = wordsOf(text).map(({ word }) => this.post(this.tokenOf(word), word, place));
    if (field === "name" || field === "commune") {
      for (const compound of compounds(text)) this.post(compound, compound, place);
    }
    if (field === "name") (this.names[doc] ??= []).push(key(tokens));
  }

  /** @param {string} word - as written */
  tokenOf(word) {
    let known = this.known.get(word);
    if (known === undefined) this.known.set(word, (known = token(word)));
    return known;
  }

  /**
   * @param {string} word - a token
   * @param {string} written
   * @param {number} place
   */
  post(word, written, place) {
    let id = this.ids.get(word);
    if (id === undefined) {
      id = this.tokens.push(word) - 1;
      this.ids.set(word, id);
      this.masks.push(letters(word));
      this.written.push(written);
      this.postings.push([]);
      const letter = this.byLetter.get(word[0]);
      if (letter) letter.push(id);
      else this.byLetter.set(word[0], [id]);
    }
    const posted = this.postings[id];
    if (posted.at(-1) !== place) posted.push(place);
    return word;
  }

  /**
   * @param {string} query - as typed so far
   * @returns {Answer} the best first
   */
  search(query) {
    const typed = tokensOf(query);
    const wanted = typed.filter((word) => !isSmall(word));
    const required = wanted.length > 0 ? wanted : typed;
    if (required.length === 0) return { docs: [], matches: [], corrected: null };
    const strict = this.gather(typed, required, false);
    return strict.docs.length > 0 ? strict : this.gather(typed, required, true);
  }

  /**
   * @param {string[]} typed
   * @param {string[]} required - of those, without which a document is no answer
   * @param {boolean} tolerant - to mistakes, even in words that are right
   * @returns {Answer}
   */
  gather(typed, required, tolerant) {
    const size = this.names.length;
    const totals = new Float32Array(size);
    const counts = new Uint8Array(size);
    const scores = new Float32Array(size);
    const matches = typed.map((word) => this.match(word, tolerant && required.includes(word), required.includes(word)));
    for (const { word, found } of matches) {
      scores.fill(0);
      for (const { id, quality } of found) {
        for (const place of this.postings[id]) {
          const score = WEIGHTS[place & 7] * quality;
          if (score > scores[place >> 3]) scores[place >> 3] = score;
        }
      }
      const counted = required.includes(word) ? 1 : 0;
      for (let doc = 0; doc < size; doc++) {
        if (scores[doc] === 0) continue;
        totals[doc] += scores[doc];
        counts[doc] += counted;
      }
    }
    const whole = key(typed);
    const docs = [];
    for (let doc = 0; doc < size; doc++) {
      if (counts[doc] < required.length) continue;
      totals[doc] += this.bonus(doc, whole);
      docs.push(doc);
    }
    docs.sort((a, b) => totals[b] - totals[a] || a - b);
    const best = matches.find(({ found }) => found.length > 0 && found.every(({ quality }) => quality < PREFIX));
    return {
      docs,
      matches: matches.map(({ word, found }) => ({
        typed: word,
        exact: found.some(({ quality }) => quality >= PREFIX),
        typos: new Set(found.filter(({ quality }) => quality < PREFIX).map(({ id }) => this.tokens[id])),
      })),
      corrected: best && docs.length > 0 ? this.written[best.found[0].id] : null,
    };
  }

  /**
   * The indexed words a typed one may stand for, the likeliest first.
   * @param {string} word
   * @param {boolean} tolerant - look for mistakes even when the word is there
   * @param {boolean} important
   */
  match(word, tolerant, important) {
    /** @type {{id: number, quality: number}[]} */
    const found = [];
    const beginnings = [word, ...(UNFINISHED.get(word) ?? [])];
    for (const beginning of beginnings) {
      for (const id of this.byLetter.get(beginning[0]) ?? []) {
        const other = this.tokens[id];
        if (other.startsWith(beginning)) found.push({ id, quality: other === word ? EXACT : PREFIX });
      }
    }
    if (important && (tolerant || found.length === 0)) this.misspelt(word, found);
    return { word, found: found.sort((a, b) => b.quality - a.quality || this.postings[b.id].length - this.postings[a.id].length) };
  }

  /**
   * @param {string} word
   * @param {{id: number, quality: number}[]} found - is added to
   */
  misspelt(word, found) {
    const atMost = allowedTypos(word);
    if (atMost === 0) return;
    const mask = letters(word);
    for (let id = 0; id < this.tokens.length; id++) {
      if (bits(mask & ~this.masks[id]) > atMost) continue;
      const n = mistakes(word, this.tokens[id], atMost);
      // The first letter is rarely the wrong one.
      if (n > 0 && n <= atMost) found.push({ id, quality: TYPO[n] * (this.tokens[id][0] === word[0] ? 1 : 0.6) });
    }
  }

  /**
   * @param {number} doc
   * @param {string} whole - what was typed
   */
  bonus(doc, whole) {
    let best = 0;
    for (const name of this.names[doc] ?? []) {
      if (name === whole) return SAME_NAME;
      if (name.startsWith(whole)) best = NAME_BEGINS;
      else if (best === 0 && name.includes(` ${whole}`)) best = NAME_HOLDS;
    }
    return best;
  }
}

/** What may be the beginning of a word as well as an abbreviation: somebody types "st" on the way to "station". */
const UNFINISHED = new Map([["saint", ["st"]], ["sainte", ["ste"]], ["mont", ["mt"]]]);

/** @param {string} text */
export const tokensOf = (text) => wordsOf(text).map(({ word }) => token(word));

/** Names are compared without their articles. */
const key = (/** @type {string[]} */ tokens) => tokens.filter((word) => !isSmall(word)).join(" ");
