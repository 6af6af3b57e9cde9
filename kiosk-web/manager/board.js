import { Store } from "../lib/store.js";
import { Translator } from "../lib/i18n.js";
import { Away, Refused } from "../desk/server.js";
import { Live } from "./live.js";
import { questions, TODAY } from "./pages.js";
import { around } from "./periods.js";
import { href, parse } from "./view.js";

const MAY_LOOK = ["manager", "admin"];
const TODAY_MS = 2_000; // figures of today are asked for at most so often, however fast things come
const MOST_NOTED_DAYS = 366;

/**
 * The board: what is looked at, what the server answered, and what a manager can do. The address is the one truth of what is looked at.
 */
export class Board {
  /**
   * @param {import('./server.js').StatisticsServer} server
   * @param {import('../desk/preferences.js').Preferences} preferences
   */
  constructor(server, preferences) {
    this.server = server;
    this.preferences = preferences;
    this.store = new Store(
      /** @type {any} */ ({
        words: null,
        contrast: preferences.kept.contrast ?? false,
        session: "unknown", // in, out, over: it was in, and what is shown is still there
        user: preferences.kept.user ?? null,
        role: null,
        catalogue: null,
        view: null,
        answered: null, // the view that the answers are of, with them
        asking: false,
        away: false,
        refused: null,
        notes: [],
        terms: null,
        today: null,
        moved: 0,
        shared: null,
      }),
    );
    this.live = new Live(() => this.askToday());
    addEventListener("hashchange", () => this.follow());
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
    const answer = await fetch(`/manager/locales/${lang}.json`);
    if (!answer.ok) return;
    this.server.lang = lang;
    this.preferences.keep({ lang });
    document.documentElement.lang = lang;
    this.update({ words: new Translator(lang, await answer.json()) });
    document.title = this.state.words.t("title");
    if (this.state.session === "in" && this.mayLook) await this.open();
  }

  /** @param {boolean} contrast */
  contrast(contrast) {
    this.preferences.keep({ contrast });
    this.update({ contrast });
  }

  get mayLook() {
    return MAY_LOOK.includes(this.state.role);
  }

  async start() {
    try {
      const { user, role } = await this.server.me();
      await this.enter(user, role);
    } catch (error) {
      this.update({ session: "out", away: error instanceof Away });
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
    this.preferences.keep({ user });
    this.update({ session: "in", user, role, away: false });
    if (this.mayLook) await this.open();
  }

  async logout() {
    try {
      await this.server.logout();
    } catch (error) {
      if (error instanceof Away) return this.update({ away: true });
    }
    this.live.stop();
    this.update({ session: "out", role: null, catalogue: null, view: null, answered: null, notes: [], terms: null, today: null });
  }

  /** What can be asked, then what the address asks. */
  async open() {
    try {
      this.update({ catalogue: await this.server.catalogue() });
    } catch (error) {
      return this.failed(error);
    }
    this.live.start();
    await Promise.all([this.follow(), this.askToday()]);
  }

  /** The address has changed. */
  async follow() {
    const { catalogue } = this.state;
    if (!catalogue) return;
    const facets = catalogue.facets.map(({ code }) => code);
    const view = parse(location.hash, around("month", catalogue.today, ""), facets);
    const exact = href(view);
    // Whoever copies the address next month means this month.
    if (location.hash !== exact) history.replaceState(null, "", exact);
    const before = this.state.view;
    this.update({ view });
    if (this.state.answered && before && questions(view, catalogue).join() === questions(before, catalogue).join() && view.publish === before.publish && this.state.answered.lang === this.server.lang) return;
    await this.ask();
  }

  /**
   * Looks at something else.
   * @param {Partial<import('./view.js').View>} changes
   */
  look(changes) {
    location.hash = href({ ...this.state.view, ...changes });
  }

  /**
   * Limits everything to a value of a facet, or no longer.
   * @param {string} facet
   * @param {string} value
   */
  choose(facet, value) {
    const { [facet]: values = [], ...others } = this.state.view.filters;
    const chosen = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
    this.look({ filters: chosen.length > 0 ? { ...others, [facet]: chosen } : others });
  }

  /** @param {string} panel */
  turnTable(panel) {
    const { tables } = this.state.view;
    this.look({ tables: tables.includes(panel) ? tables.filter((/** @type {string} */ other) => other !== panel) : [...tables, panel] });
  }

  /** Asks for what is looked at; only the last asked counts. */
  async ask() {
    this.asked?.abort();
    const { signal } = (this.asked = new AbortController());
    const { view, catalogue } = this.state;
    this.update({ asking: true, refused: null });
    try {
      const answers = await this.server.answers(questions(view, catalogue), { publish: view.publish, signal });
      if (signal.aborted) return;
      this.update({ answered: { view, answers, lang: this.server.lang }, away: false });
      this.askBeside(answers[0].period);
    } catch (error) {
      if (!signal.aborted) this.failed(error);
    } finally {
      if (!signal.aborted) this.update({ asking: false });
    }
  }

  /**
   * What stands beside figures: notes of days, and what was searched.
   * @param {{from: string, to: string}} period
   */
  async askBeside({ from, to }) {
    const { view } = this.state;
    try {
      const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
      const [notes, terms] = await Promise.all([
        days <= MOST_NOTED_DAYS ? this.server.notes(from, to) : [],
        view.page === "screens" ? this.server.searches() : this.state.terms,
      ]);
      if (this.state.view === view) this.update({ notes, terms });
    } catch (error) {
      this.failed(error);
    }
  }

  /** Figures of today: at once, then not again for a while. */
  async askToday() {
    if (this.resting || this.state.session !== "in") {
      this.wanted = true;
      return;
    }
    this.resting = setTimeout(() => {
      this.resting = null;
      if (this.wanted) this.askToday();
    }, TODAY_MS);
    this.wanted = false;
    try {
      const answers = await this.server.answers(TODAY.map((code) => `${code} today`));
      this.update({ today: answers, moved: this.state.moved + 1, away: false });
    } catch (error) {
      this.failed(error);
    }
  }

  /** @param {unknown} error */
  failed(error) {
    if (error instanceof Away) this.update({ away: true });
    else if (error instanceof Refused && error.status === 401) {
      this.live.stop();
      this.update({ session: this.state.session === "in" ? "over" : this.state.session });
    } else if (error instanceof Refused) this.update({ refused: `${error.message} ${error.hint}` });
    else throw error;
  }
}
