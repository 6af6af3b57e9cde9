import { Part } from "./part.js";
import { adaptNotices, fetchNotices } from "./api.js";
import { now } from "./clock.js";

const ASK_MS = 20_000; // while the server's events don't come
const LONGEST_TIMER_MS = 60_000;
const GRAVITY = ["alert", "warning", "info"];

/**
 * What the desk announces: floods, closed roads, a fair that moved indoors.
 * @typedef {{current: import('./api.js').Notice[], folded: boolean}} Slice - the gravest first; folded: shown as one line
 * @extends {Part<Slice>}
 */
export class Notices extends Part {
  constructor() {
    super("notices", { current: [], folded: false });
    /** @type {import('./api.js').Notice[]} also those that begin later */
    this.known = [];
  }

  start() {
    const events = /** @type {import('./screen.js').Screen} */ (this.screen).events;
    events.addEventListener("notices", (event) => this.show(adaptNotices(JSON.parse(/** @type {MessageEvent} */ (event).data))));
    setInterval(() => !events.connected && this.ask(), ASK_MS);
  }

  /** A visitor's folding is forgotten, the notices are not. */
  forget() {
    this.update({ folded: false });
  }

  async ask() {
    try {
      this.show(await fetchNotices());
    } catch {
      // Those known stay until they are over.
    }
  }

  /** @param {import('./api.js').Notice[]} known */
  show(known) {
    this.known = known;
    this.refresh();
  }

  /** What is going on at this moment; looks again when one begins or is over. */
  refresh() {
    const at = now();
    const current = this.known
      .filter(({ from, until }) => from <= at && at < until)
      .sort((a, b) => GRAVITY.indexOf(a.level) - GRAVITY.indexOf(b.level));
    if (JSON.stringify(current) !== JSON.stringify(this.slice.current)) this.update({ current, folded: false });
    clearTimeout(this.timer);
    const next = Math.min(...this.known.flatMap(({ from, until }) => [from, until]).filter((moment) => moment > at));
    if (Number.isFinite(next)) this.timer = setTimeout(() => this.refresh(), Math.min(next - at + 50, LONGEST_TIMER_MS));
  }

  fold() {
    this.update({ folded: !this.slice.folded });
  }
}

/**
 * Those to be read at a page: said to everybody, or of the place that is looked at.
 * @param {import('./api.js').Notice[]} notices
 * @param {string | undefined} place
 */
export const noticesFor = (notices, place) =>
  notices.filter(({ places }) => places.length === 0 || (place !== undefined && places.includes(place)));

/**
 * Those of one place only.
 * @param {import('./api.js').Notice[]} notices
 * @param {string} place
 */
export const noticesOf = (notices, place) => notices.filter(({ places }) => places.includes(place));

/**
 * In the visitor's language, else in English, else as it was written first.
 * @param {import('./api.js').Notice} notice
 * @param {string} lang
 * @returns {import('./api.js').Text}
 */
export function textOf({ texts }, lang) {
  const written = [lang, "en", "fr"].find((other) => texts[other]) ?? Object.keys(texts)[0];
  return { text: texts[written] ?? "", lang: written ?? lang };
}

const ALWAYS_GRAVE = ["flood", "fire"];

/**
 * Which of them takes the place of the quiet loop: an alert to everybody, a warning of flood or fire.
 * @param {import('./api.js').Notice[]} notices
 */
export const gravest = (notices) =>
  notices.find(({ level, hazard = "", places }) => (level === "alert" && places.length === 0) || (level !== "info" && ALWAYS_GRAVE.includes(hazard))) ?? null;
