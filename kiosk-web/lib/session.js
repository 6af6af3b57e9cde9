import { uuid7 } from "./uuid7.js";

export { screenName } from "./screen-name.js";

const KEPT_AS = "vitrine.session";

/**
 * One visitor's time at the screen. Nothing says who: a random id, made at the first touch, gone at the end. It is kept
 * in the tab's own storage, so that a reload in the middle of a visit doesn't start another one.
 *
 * @typedef {"session-start" | "session-end" | "language" | "theme" | "filter" | "search" | "place" | "map" | "nearby" | "take-away"
 *   | "track-download" | "scan" | "basket" | "print" | "feedback"} Kind
 * @typedef {{place?: string, theme?: string, value?: string | number | boolean, term?: string}} Details
 */
export class Session {
  /**
   * @param {{add: (interaction: object) => void}} outbox
   * @param {string} screen
   */
  constructor(outbox, screen) {
    this.outbox = outbox;
    this.screen = screen;
    /** @type {?{id: string, seq: number}} */
    this.current = readJSON(KEPT_AS);
  }

  get active() {
    return this.current !== null;
  }

  /** @param {string} lang - of what was touched first */
  begin(lang) {
    if (this.current) return;
    this.current = { id: randomId(), seq: 0 };
    this.record("session-start", lang);
  }

  /**
   * @param {Kind} kind
   * @param {string} lang
   * @param {Details} [details]
   */
  record(kind, lang, details = {}) {
    if (!this.current) this.begin(lang);
    const current = /** @type {{id: string, seq: number}} */ (this.current);
    this.outbox.add({
      id: uuid7(),
      at: new Date().toISOString(),
      session: current.id,
      seq: current.seq++,
      screen: this.screen,
      kind,
      lang,
      ...details,
    });
    keep(KEPT_AS, JSON.stringify(current));
  }

  /**
   * @param {"idle" | "done" | "error"} why
   * @param {string} lang
   */
  end(why, lang) {
    if (!this.current) return;
    this.record("session-end", lang, { value: why });
    this.current = null;
    keep(KEPT_AS, null);
  }
}

function randomId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {string} key */
function readJSON(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {?string} value
 */
function keep(key, value) {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // Without storage a reload starts a new session: nothing else is lost.
  }
}
