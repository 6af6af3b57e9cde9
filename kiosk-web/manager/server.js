import { DeskServer } from "../desk/server.js";

const PATIENCE_MS = 20_000; // years of rows, on a small machine

/**
 * @typedef {object} Cell
 * @property {"counted" | "not_counted" | "hidden" | "too_few"} state
 * @property {?number} value - what is above the line
 * @property {?number} base - what is under it
 * @property {?number} n - how many rows are behind it
 * @property {?number} share - percent
 * @property {?number} ratio
 * @property {?number} change - percent against the second column
 */
/** @typedef {{value: string, name: string, cells: Cell[]}} Row */
/**
 * @typedef {object} Answer
 * @property {string} question
 * @property {string} measure
 * @property {string} name
 * @property {"count" | "cents" | "seconds" | "minutes"} unit
 * @property {"sum" | "share" | "ratio" | "percentile"} form
 * @property {boolean} per_hour
 * @property {{text: string, from: string, to: string}} period
 * @property {?string} breakdown
 * @property {Object<string, string[]>} filters
 * @property {boolean} published
 * @property {?{with: string, name: string, days: number, runs: {from: string, to: string, other_from: string, other_to: string}[], without: Object<string, string[]>}} compared
 * @property {string[]} columns
 * @property {boolean} adds_up
 * @property {Row[]} rows
 * @property {Cell[]} total
 * @property {string} footnote
 */
/** @typedef {{code: string, name: string, meaning: string, left_out: string, unit: string, form: string, facets: string[], filters: string[]}} Measure */
/** @typedef {{code: string, name: string}} Named */
/** @typedef {{today: string, currency: string, measures: Measure[], facets: Named[], comparisons: Named[], per_opening_hour: string[], seasons: Named[]}} Catalogue */
/** @typedef {{term: string, lang: string, sessions: number, without_result: number, first_day: string, last_day: string}} Term */
/** @typedef {{day: string, text: string}} Note */

/** What the board asks: figures, and what was noted of days. */
export class StatisticsServer extends DeskServer {
  /** @returns {Promise<Catalogue>} */
  catalogue() {
    return this.ask("/statistics/measures", { patience: PATIENCE_MS });
  }

  /**
   * @param {string[]} questions
   * @param {{publish?: boolean, signal?: AbortSignal}} [how] - publish: with small counts hidden
   * @returns {Promise<Answer[]>} in their order
   */
  async answers(questions, { publish = false, signal } = {}) {
    const asked = new URLSearchParams(questions.map((question) => ["q", question]));
    if (publish) asked.set("publish", "1");
    const answer = await this.ask(`/statistics?${asked}`, { patience: PATIENCE_MS, signal });
    return answer.answers ?? [answer];
  }

  /** @returns {Promise<Term[]>} */
  async searches() {
    return (await this.ask("/statistics/searches", { patience: PATIENCE_MS })).terms;
  }

  /**
   * @param {string} from - a day
   * @param {string} to
   * @returns {Promise<Note[]>}
   */
  async notes(from, to) {
    const { facts } = await this.ask(`/desk/facts?from=${from}&to=${to}&kinds=annotation`, { patience: PATIENCE_MS });
    return facts.filter(({ counts }) => counts).map(({ day, fact }) => ({ day, text: fact.annotation.text }));
  }
}
