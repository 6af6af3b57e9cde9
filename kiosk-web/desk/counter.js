import { Translator } from "../lib/i18n.js";
import { Store } from "../lib/store.js";
import { uuid7 } from "../lib/uuid7.js";
import { DeskOutbox } from "./outbox.js";
import { Reader } from "./reader.js";
import { Away, Refused } from "./server.js";
import { onCounter } from "./recent.js";
import { withWord } from "./line.js";
import { NOTHING_USED, usual } from "./usual.js";

const LAST = 5;
const REFRESH_MS = 60_000; // another desk records too

/**
 * @typedef {object} Editing - a line that is being typed again
 * @property {?string} id - of what never reached the server: it goes again as itself
 * @property {?string} revises - of what the server has
 * @property {string} at
 * @property {string} entry
 * @property {?string} sampleOf
 * @property {string} words
 */
/** @typedef {{kind: "recorded" | "undone" | "refused", words: string, id?: string, item?: import('./recent.js').Item}} Said - what was done last */

/**
 * The counter: its state, and what a counsellor can do. The line is the one truth; all else adds to it or follows from it.
 */
export class Counter {
  /**
   * @param {import('./server.js').DeskServer} server
   * @param {import('./preferences.js').Preferences} preferences
   */
  constructor(server, preferences) {
    this.server = server;
    this.preferences = preferences;
    const { user, role, setting, used = NOTHING_USED, contrast = false } = preferences.kept;
    this.store = new Store(
      /** @type {any} */ ({
        words: null,
        contrast,
        session: "unknown", // in, out, over: it was in, and the line is still there
        user,
        role,
        setting,
        used,
        away: false,
        line: preferences.line,
        reading: null,
        insisted: null, // the line that was entered though it had a problem
        recording: false,
        editing: null,
        said: null,
        waiting: [],
        aside: [],
        last: [],
        today: null,
        dialog: null,
      }),
    );
    this.reader = new Reader(server, {
      onReading: (reading) => this.reached({ reading }),
      onFailure: (error) => this.failed(error),
    });
    this.outbox = new DeskOutbox({
      server,
      toFact: (entry, reading) => this.fact(entry, reading),
      onChange: (kept) => this.update(kept),
      onDelivered: (delivered) => this.delivered(delivered),
      onFailure: (error) => this.failed(error),
    });
  }

  get state() {
    return /** @type {any} */ (this.store.state);
  }

  /** @param {object} changes */
  update(changes) {
    this.store.update(changes);
  }

  /** @param {string} lang */
  async speak(lang) {
    const answer = await fetch(`/desk/locales/${lang}.json`);
    if (!answer.ok) return;
    this.server.lang = lang;
    this.preferences.keep({ lang });
    document.documentElement.lang = lang;
    this.update({ words: new Translator(lang, await answer.json()) });
    document.title = this.state.words.t("title");
    if (this.state.session !== "in") return;
    this.reader.forget();
    this.reader.follow(this.state.line);
    this.refresh();
  }

  /** @param {boolean} contrast */
  contrast(contrast) {
    this.preferences.keep({ contrast });
    this.update({ contrast });
  }

  /** Who is there, and is the server? */
  async start() {
    setInterval(() => document.visibilityState === "visible" && this.refresh(), REFRESH_MS);
    try {
      const { user, role } = await this.server.me();
      await this.enter(user, role);
    } catch (error) {
      const known = error instanceof Away && this.state.user && this.state.setting;
      this.update({ session: known ? "in" : "out", away: error instanceof Away });
    }
  }

  /**
   * @param {string} user
   * @param {string} password
   */
  async login(user, password) {
    const session = await this.server.login(user, password);
    await this.enter(session.user, session.role);
  }

  /**
   * @param {string} user
   * @param {string} role
   */
  async enter(user, role) {
    const setting = await this.server.setting();
    this.preferences.keep({ user, role, setting });
    this.reached({ session: "in", user, role, setting });
    this.outbox.schedule(0);
    this.reader.follow(this.state.line);
    await this.refresh();
    const used = await usual(this.server, setting, this.today()).catch(() => null);
    if (!used) return;
    this.preferences.keep({ used });
    this.update({ used });
  }

  /** What waits stays here, and goes when somebody is there again. */
  async logout() {
    try {
      await this.server.logout();
    } catch (error) {
      if (error instanceof Away) return this.update({ away: true, said: { kind: "refused", words: this.state.words.t("session.stays") } });
    }
    this.preferences.keep({ user: undefined, role: undefined });
    this.update({ session: "out", user: null, role: null, last: [], today: null, said: null, editing: null });
  }

  /** @param {object} [changes] */
  reached(changes = {}) {
    const back = this.state.away;
    this.update({ away: false, ...changes });
    if (!back) return;
    this.outbox.schedule(0);
    this.refresh();
  }

  /** @param {unknown} error */
  failed(error) {
    if (error instanceof Away) this.update({ away: true, reading: null });
    else if (error instanceof Refused && error.status === 401) this.update({ session: this.state.session === "in" ? "over" : this.state.session });
    else if (error instanceof Refused) this.update({ said: { kind: "refused", words: `${error.message} ${error.hint}` } });
    else throw error;
  }

  /** What was recorded last, and the day's figures. */
  async refresh() {
    if (!["in", "over"].includes(this.state.session) || !this.state.setting) return;
    try {
      const day = this.today();
      const [last, today] = await Promise.all([this.server.last(LAST, this.preferences.desk), this.server.statistics(day, day)]);
      this.reached({ last, today });
    } catch (error) {
      this.failed(error);
    }
  }

  /** The office's day, `2026-07-14`. @param {Date} moment */
  dayOf(moment) {
    return new Intl.DateTimeFormat("en-CA", { timeZone: this.state.setting.time_zone }).format(moment);
  }

  today() {
    return this.dayOf(this.reader.now());
  }

  /** @param {string} line */
  type(line) {
    this.preferences.line = line;
    const { said } = this.state;
    this.update({ line, said: said?.kind === "refused" ? null : said, ...(line.trim() === "" && { reading: null }) });
    if (!this.state.recording) this.reader.follow(line);
  }

  /** @param {string} word */
  add(word) {
    this.type(withWord(this.state.line, word));
  }

  /**
   * Enter. An empty line records nothing, and a line with a problem neither.
   * @param {{closed?: boolean}} [how] - closed: though the office said that it was closed
   */
  async record({ closed = false } = {}) {
    const { line, recording, away } = this.state;
    if (line.trim() === "" || recording) return;
    let reading = this.reader.known(line);
    if (!reading && !away) {
      this.update({ recording: true });
      try {
        reading = await this.reader.ask(line);
      } catch (error) {
        this.failed(error);
        if (!(error instanceof Away)) return; // the line stays
      } finally {
        this.update({ recording: false });
      }
    }
    if (reading?.problems.length) {
      this.update({ insisted: line }); // now it says why
      return this.reader.follow(this.state.line);
    }
    if (reading && !closed && (await this.wasClosed(reading))) return this.update({ dialog: { name: "closed", at: reading.occurred_at } });
    const id = await this.put(line.trim(), reading);
    // What was typed while it was being read is the next line's.
    const rest = this.state.line.startsWith(line) ? this.state.line.slice(line.length).trimStart() : "";
    this.type(rest);
    this.update({ editing: null, said: { kind: "recorded", words: reading?.words ?? line.trim(), id } });
  }

  /**
   * @param {string} line
   * @param {?import('./server.js').Reading} reading - null: it is read when the server is back
   */
  async put(line, reading) {
    const { editing } = this.state;
    const at = editing?.at ?? this.reader.now().toISOString();
    const { id = null, revises = null, entry: entered = null, sampleOf = null } = editing ?? {};
    const entry = { id: id ?? uuid7(), revises, at, entry: entered, sampleOf, line, words: reading?.words ?? null };
    await this.outbox.add({ ...entry, fact: reading && this.fact(entry, reading) });
    if (id) await this.outbox.discard(id);
    return entry.id;
  }

  /**
   * A visit out of a line that was read.
   * @param {{id: string, revises: ?string, at: string, entry: ?string, sampleOf: ?string}} entry
   * @param {import('./server.js').Reading} reading
   */
  fact({ id, revises, at, entry, sampleOf }, { contact, says_when, occurred_at }) {
    const when = { at: says_when ? occurred_at : at, entry: entry ?? (says_when ? "late" : "live") };
    const visit = { contact, ...(sampleOf && { sample_of: sampleOf }) };
    return { id, ...(revises && { revises }), ...when, desk: this.preferences.desk, kind: "visit", visit };
  }

  /**
   * Whether the office said that it was closed on the day of the line. It is asked then, not refused.
   * @param {import('./server.js').Reading} reading
   */
  async wasClosed({ says_when, occurred_at }) {
    const day = this.dayOf(says_when ? new Date(occurred_at) : this.reader.now());
    const days = day === this.today() ? this.state.today?.days : (await this.server.statistics(day, day).catch(() => null))?.days;
    return days?.[0]?.kind === "closed";
  }

  /** @param {number} people */
  async tally(people) {
    await this.keep({ kind: "tally", tally: { people } }, this.state.words.t("kind.tally", { n: people }));
  }

  /** @param {string} text */
  async note(text) {
    await this.keep({ kind: "annotation", annotation: { text } }, text);
    this.update({ dialog: null });
  }

  /**
   * @param {object} content
   * @param {string} words
   */
  async keep(content, words) {
    const id = uuid7();
    const at = this.reader.now().toISOString();
    const fact = { id, at, entry: "live", desk: this.preferences.desk, ...content };
    await this.outbox.add({ id, at, entry: "live", sampleOf: null, fact, words, line: null, revises: null });
    this.update({ said: { kind: "recorded", words, id } });
  }

  /** What this desk recorded, the newest first, with what waits. */
  get recent() {
    return onCounter(this.state.waiting, this.state.last);
  }

  async undo() {
    const [newest] = this.recent;
    if (newest) await this.void(newest, this.state.words.t("why.undone"));
  }

  /**
   * @param {import('./recent.js').Item} item
   * @param {string} why
   */
  async void(item, why) {
    this.update({ dialog: null });
    if (!item.fact && (await this.outbox.hold(item.id))) {
      await this.outbox.discard(item.id);
      return this.update({ said: { kind: "undone", words: item.words, item: { ...item, aside: true } } });
    }
    if (!item.fact) return this.refresh();
    const id = uuid7();
    const fact = { ...item.fact, id, revises: item.id, voided: why };
    delete fact.counsellor;
    await this.outbox.add({ id, at: fact.at, entry: fact.entry, sampleOf: null, fact, words: item.words, line: item.line, revises: item.id });
    this.update({ said: { kind: "undone", words: item.words, id, item: { ...item, id, fact } } });
  }

  /**
   * Brings a visit's line back; Enter then records it in the place of what it was. One that was undone is recorded anew, when it was.
   * @param {import('./recent.js').Item | undefined} [item] - the newest visit
   */
  async amend(item = this.recent.find(({ line }) => line)) {
    if (!item?.line) return;
    const unsent = item.aside || (!item.fact && (await this.outbox.hold(item.id)));
    const revises = unsent ? (item.revises ?? null) : item.fact?.voided ? null : item.id;
    const { entry = null, visit } = item.fact ?? {};
    const editing = { id: unsent ? item.id : null, revises, at: item.at, entry, sampleOf: visit?.sample_of ?? null, words: item.words };
    this.update({ editing, said: null });
    this.type(item.line);
  }

  /** The line is left; what was to be changed stays as it is. */
  leave() {
    this.type("");
    this.update({ editing: null });
  }

  /** @param {import('./outbox.js').Waiting[]} delivered */
  delivered(delivered) {
    const now = delivered.map(({ fact, words, line }) => ({ fact, words, line, counts: true })).reverse();
    this.update({ last: [...now, ...this.state.last] });
    this.reached();
    clearTimeout(this.again);
    this.again = setTimeout(() => this.refresh(), 50);
  }
}
