/** What the desk asks of the server. The session is a cookie that scripts can't see. */

const READ_MS = 1_000; // somebody is standing there
const SEND_MS = 5_000; // nobody waits for it
const LOGIN_MS = 10_000; // a password is slow to check, on purpose

/** The server can't answer now. */
export class Away extends Error {
  /**
   * @param {string} reason
   * @param {string} told - in the server's own words, when it says why
   */
  constructor(reason, told = "") {
    super(reason);
    this.told = told;
  }
}

/** The server answers that it won't. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {{code?: string, message?: string, hint?: string}} error
   * @param {number} retryAfter - seconds; 0: not said
   */
  constructor(status, { code = "", message = "", hint = "" }, retryAfter) {
    super(message);
    this.status = status;
    this.code = code;
    this.hint = hint;
    this.retryAfter = retryAfter;
  }
}

/**
 * @typedef {object} Meaning
 * @property {string} text
 * @property {number} from - in UTF-16 units, as `slice` counts
 * @property {number} to
 * @property {?string} field
 * @property {?string} meaning - null when it has a problem
 */
/** @typedef {{token: ?number, code: string, message: string, hint: string, suggestions: string[]}} Problem */
/** @typedef {{word: string, field: string, meaning: string}} Completion */
/**
 * @typedef {object} Reading
 * @property {Meaning[]} tokens
 * @property {any} contact
 * @property {string} occurred_at
 * @property {boolean} says_when
 * @property {string} words
 * @property {?string} line
 * @property {Problem[]} problems
 * @property {Completion[]} completions
 */

export class DeskServer {
  lang = "fr";

  /**
   * @param {string} user
   * @param {string} password
   */
  login(user, password) {
    return this.ask("/login", { body: { user, password, cookie: true }, patience: LOGIN_MS });
  }

  logout() {
    return this.ask("/logout", { body: {}, patience: SEND_MS });
  }

  me() {
    return this.ask("/me", { patience: SEND_MS });
  }

  setting() {
    return this.ask("/desk/setting", { patience: SEND_MS });
  }

  /**
   * @param {string} line
   * @param {{at?: string, signal?: AbortSignal}} [how] - at: when it was typed, if that isn't now
   * @returns {Promise<Reading>}
   */
  read(line, { at, signal } = {}) {
    return this.ask("/desk/read", { body: { line, ...(at && { at }) }, signal, patience: READ_MS });
  }

  /**
   * @param {object[]} facts
   * @param {boolean} keepalive
   */
  record(facts, keepalive) {
    return this.ask("/desk/facts", { body: { facts }, keepalive, patience: SEND_MS });
  }

  /**
   * @param {number} count
   * @param {string} desk
   */
  async last(count, desk) {
    return (await this.ask(`/desk/facts/last?count=${count}&desk=${encodeURIComponent(desk)}`, { patience: SEND_MS })).facts;
  }

  /**
   * @param {string} from - a day
   * @param {string} to
   */
  statistics(from, to) {
    return this.ask(`/desk/statistics?from=${from}&to=${to}`, { patience: SEND_MS });
  }

  /**
   * @param {string} path
   * @param {{method?: string, body?: object, signal?: AbortSignal, keepalive?: boolean, patience: number, as?: "json" | "text"}} how
   */
  async ask(path, { method, body, signal, keepalive = false, patience, as = "json" }) {
    const late = AbortSignal.timeout(patience);
    let answer;
    try {
      answer = await fetch(`/api/v1${path}`, {
        method: method ?? (body ? "POST" : "GET"),
        headers: { "Accept-Language": this.lang, ...((body || method) && { "Content-Type": "application/json" }) },
        body: body && JSON.stringify(body),
        signal: signal ? AbortSignal.any([signal, late]) : late,
        cache: "no-store",
        keepalive,
      });
      if (answer.ok) return answer.status === 204 ? null : await answer[as]();
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new Away(String(error));
    }
    const { error = {} } = await answer.json().catch(() => ({}));
    if (answer.status >= 500) throw new Away(String(answer.status), [error.message, error.hint].filter(Boolean).join(" "));
    throw new Refused(answer.status, error, Number(answer.headers.get("Retry-After")));
  }
}
