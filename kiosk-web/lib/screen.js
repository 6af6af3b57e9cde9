import { Missing, fetchCatalogue, fetchPlace } from "./api.js";
import { FIRST_LANGUAGE, LANGUAGES, SETTLED_MS, bestLanguage, fetchTranslator } from "./i18n.js";
import { href, parse } from "./router.js";
import { wallClock } from "./opening.js";
import { ServerEvents } from "./events.js";
import * as clock from "./clock.js";

const RETRY_MS = 4_000;
const CLOCK_MS = 10_000;
/** Where "back" leads from pages that have one page above them, however somebody came. */
const PARENTS = /** @type {const} */ ({ theme: "home", find: "home", search: "home", ideas: "find" });

/**
 * The screen itself: where the visitor is, what is loaded, when the visit is over. What can be done beside that is a `Part` each.
 * Only this file and the parts write the state; views call them and nothing else.
 */
export class Screen {
  /**
   * @param {object} made
   * @param {import('./store.js').Store} made.store
   * @param {import('./session.js').Session} made.session
   * @param {import('./outbox.js').Outbox} made.outbox
   * @param {import('./part.js').Part<any>[]} made.parts
   */
  constructor({ store, session, outbox, parts }) {
    this.store = store;
    this.session = session;
    this.outbox = outbox;
    this.events = new ServerEvents(); // parts listen to what concerns them
    for (const part of parts) part.join(this);
    /** @type {any} by name */
    this.parts = Object.fromEntries(parts.map((part) => [part.name, part]));
    /** @type {Map<string, Promise<import('./i18n.js').Translator>>} */
    this.translators = new Map();
    /** @type {Map<string, number>} how deep each page of this visit had been scrolled when it was left, by address */
    this.depths = new Map();
    /** @type {?{depth: number}} the one of the state, once the page stands there */
    this.settled = null;
    this.returning = false;
    /** @type {Set<string>} languages whose catalogue is on its way */
    this.asked = new Set();
    this.preparing = false; // another language, one after the other
    this.touchedAt = -Infinity; // on the page's clock
    /** @type {string[]} places left for one near them, which "back" leads to before the list */
    this.through = [];
    /** @type {?string} a catalogue newer than the one shown, to be taken between two visitors */
    this.newVersion = null;
  }

  get state() {
    return this.store.state;
  }

  /** @param {import('./idle.js').Idle} idle */
  start(idle) {
    this.idle = idle;
    history.scrollRestoration = "manual";
    idle.watch();
    addEventListener("hashchange", () => this.arrive(parse(location.hash)));
    addEventListener("pointerdown", (event) => this.wake(event), { capture: true });
    addEventListener("keydown", (event) => this.wake(event), { capture: true });
    this.listen();
    for (const part of Object.values(this.parts)) part.start();
    setInterval(() => this.tick(), CLOCK_MS);
    this.arrive(this.state.route, { first: true });
  }

  /**
   * The first touch begins a session, in the language of what was touched.
   * @param {Event} event
   */
  wake(event) {
    this.touchedAt = performance.now();
    if (this.session.active) return;
    const touched = event.target instanceof Element ? event.target.closest("[lang]")?.getAttribute("lang") : null;
    this.session.begin(touched && touched in LANGUAGES ? touched : this.state.lang);
    this.idle?.touch();
  }

  /**
   * @param {import('./router.js').Route} route
   * @param {{first?: boolean}} [how]
   */
  arrive(route, { first = false } = {}) {
    if (!this.isOfThisVisit()) {
      location.replace(this.session.active && !first ? href(this.state.route) : "#/");
      return;
    }
    if (route.page === "place" && !route.lang) {
      location.replace(href({ ...route, lang: bestLanguage(navigator.languages) }));
      return;
    }
    if (route.lang && !(route.lang in LANGUAGES)) {
      location.replace(href({ ...route, lang: FIRST_LANGUAGE }));
      return;
    }
    const before = this.state.route;
    const lang = route.lang ?? (route.page === "welcome" ? FIRST_LANGUAGE : this.state.lang);
    const same = !first && before.page === route.page && before.id === route.id;
    if (route.page !== "place") this.through = [];
    const cameFrom = before.page === "place" || same ? this.state.cameFrom : href(before);
    // What is left is still drawn, unless two addresses came within a frame.
    if (this.settled === this.state.scroll) this.depths.set(href(before), scrollY);
    if (route.page === "welcome") this.depths.clear();
    const scroll = this.returning ? { depth: this.depths.get(href(route)) ?? 0 } : same ? this.state.scroll : { depth: 0 };
    this.store.update({ route, lang, dialog: null, failure: null, cameFrom, scroll });
    if (!same && !this.returning && !(first && this.session.active)) this.count(route, lang);
    this.returning = false;
    this.mark(route);
    if (this.session.active) this.idle?.touch();
    this.load();
  }

  /** Going back never leads to what somebody else looked at: each entry of the history carries its visit. */
  isOfThisVisit() {
    const visit = history.state?.visit;
    return visit === undefined || visit === this.session.current?.id;
  }

  /** @param {import('./router.js').Route} route */
  mark({ page }) {
    const visit = page === "welcome" ? undefined : this.session.current?.id;
    if (history.state?.visit !== visit) history.replaceState(visit === undefined ? null : { visit }, "");
  }

  /**
   * @param {import('./router.js').Route} route
   * @param {string} lang
   */
  count(route, lang) {
    if (route.page === "theme") this.session.record("theme", lang, { theme: route.id });
    if (route.page === "place") this.session.record("place", lang, { place: route.id });
  }

  /**
   * To be called right before what the state says is drawn. A page that begins at its top is scrolled there as long as the one before is
   * laid out: afterwards the question alone would have everything laid out at once.
   */
  prepare() {
    this.parts.comfort.show();
    const { scroll } = this.state;
    if (this.settled !== scroll && scroll.depth === 0) scrollTo(0, 0);
  }

  /**
   * To be called when a page is drawn and before it is painted: nobody sees one page at the depth of another.
   * @param {{depth: number}} scroll - that it was drawn with
   */
  settle(scroll) {
    this.settled = scroll;
    if (scroll.depth > 0) scrollTo(0, scroll.depth);
  }

  /** @param {string} lang */
  chooseLanguage(lang) {
    this.session.record("language", lang);
    const route = this.state.route.page === "welcome" ? { page: /** @type {const} */ ("home") } : this.state.route;
    const address = href({ ...route, lang });
    this.store.update({ dialog: null });
    if (this.state.route.page === "welcome") location.hash = address;
    else location.replace(address);
  }

  /** Back to the list, or to the place whose neighbour this is, where it had been left. */
  back() {
    const { route, cameFrom, lang } = this.state;
    this.returning = true;
    const neighbour = this.through.pop();
    if (neighbour) {
      location.hash = href({ page: "place", lang, id: neighbour });
      return;
    }
    const place = route.page === "place" ? this.state.catalogues[lang]?.places.find(({ id }) => id === route.id) : null;
    const parent = parse(cameFrom);
    const above = PARENTS[/** @type {"ideas"} */ (route.page)];
    if (above) {
      location.hash = href({ page: above, lang });
    } else if (parent.page === "welcome" || parent.page === "unknown") {
      location.hash = href(place ? { page: "theme", lang, id: place.kind } : { page: "home", lang });
    } else {
      location.hash = href({ ...parent, lang });
    }
  }

  /** @param {string} dialog */
  open(dialog) {
    this.store.update({ dialog });
    const place = this.state.route.id;
    if (dialog === "take-away" || dialog === "map") this.session.record(dialog, this.state.lang, { place });
  }

  close() {
    this.store.update({ dialog: null });
  }

  /** @param {string} id - of a place that was opened from the one shown */
  nearbyOpened(id) {
    const place = this.state.route.id ?? "";
    this.session.record("nearby", this.state.lang, { place, value: id });
    this.through.push(place);
  }

  trackDownloaded() {
    this.session.record("track-download", this.state.lang, { place: this.state.route.id });
  }

  /** Somebody is still there. */
  stay() {
    this.idle?.touch();
  }

  /**
   * The visit is over: everything about it is forgotten.
   * @param {"idle" | "done"} why
   */
  finish(why) {
    this.session.end(why, this.state.lang);
    this.idle?.stop();
    getSelection()?.removeAllRanges();
    for (const part of Object.values(this.parts)) part.forget();
    this.store.update({ dialog: null, cameFrom: "#/" });
    this.outbox.flush();
    if (this.state.route.page === "welcome") this.arrive(this.state.route);
    else location.replace("#/");
    this.takeNewVersion();
  }

  /** Everything the page needs and that isn't there yet. What can't be had now is tried again. */
  load() {
    const { lang, route } = this.state;
    this.loadWords(lang);
    this.loadCatalogue(lang);
    if (route.page === "place" && route.id) this.loadPlace(lang, route.id);
  }

  /**
   * The words of a language, fetched once; those that can't be had are asked for again by whoever asks next.
   * @param {string} lang
   */
  wordsOf(lang) {
    let words = this.translators.get(lang);
    if (!words) {
      words = fetchTranslator(lang);
      words.catch(() => this.translators.delete(lang));
      this.translators.set(lang, words);
    }
    return words;
  }

  /** @param {string} lang */
  async loadWords(lang) {
    if (this.state.words?.lang === lang) return;
    try {
      const words = await this.wordsOf(lang);
      if (this.state.lang === lang) this.store.update({ words });
    } catch {
      this.store.update({ away: true });
      setTimeout(() => this.loadWords(lang), RETRY_MS);
    }
  }

  /** @param {string} lang */
  async loadCatalogue(lang) {
    if (this.asked.has(lang)) return;
    if (!this.state.catalogues[lang]) {
      this.asked.add(lang);
      try {
        const catalogue = await fetchCatalogue(lang);
        this.store.update({ catalogues: { ...this.state.catalogues, [lang]: catalogue }, away: false });
        this.tick();
      } catch {
        this.store.update({ away: true });
        setTimeout(() => this.state.lang === lang && this.loadCatalogue(lang), RETRY_MS);
        return;
      } finally {
        this.asked.delete(lang);
      }
    }
    setTimeout(() => this.prepareOtherLanguages(lang), SETTLED_MS);
  }

  /** Until nobody has touched the screen for a while: a map that was asked for comes before languages that nobody asked for. */
  async calm() {
    for (let left = 0; (left = this.touchedAt + SETTLED_MS - performance.now()) > 0; ) await new Promise((later) => setTimeout(later, left));
  }

  /** A visitor may change languages when the server is away. */
  prepareOtherLanguages(/** @type {string} */ lang) {
    const idle = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ work) => setTimeout(work, 500));
    const next = this.state.catalogues[lang]?.languages.find((other) => other in LANGUAGES && !this.state.catalogues[other]);
    if (!next || this.state.away || this.preparing) return;
    this.preparing = true;
    idle(async () => {
      try {
        await this.calm();
        await this.wordsOf(next);
        const catalogue = await fetchCatalogue(next);
        this.store.update({ catalogues: { ...this.state.catalogues, [next]: catalogue } });
        this.preparing = false;
        this.prepareOtherLanguages(lang);
      } catch {
        this.preparing = false; // asked for again when somebody chooses it
      }
    });
  }

  /**
   * @param {string} lang
   * @param {string} id
   */
  async loadPlace(lang, id) {
    const key = `${lang}/${id}`;
    if (this.state.places[key]) return;
    this.store.update({ failure: null });
    try {
      const place = await fetchPlace(lang, id);
      this.store.update({ places: { ...this.state.places, [key]: place }, away: false });
    } catch (error) {
      if (this.state.route.id !== id || this.state.lang !== lang) return;
      this.store.update(error instanceof Missing ? { failure: "missing" } : { failure: "away", away: true });
    }
  }

  /** The server says when the catalogue changes, and by being there says that it is. */
  listen() {
    this.events.addEventListener("open", () => {
      if (this.state.away) this.store.update({ away: false });
      this.load();
      clock.ask().then(() => this.tick());
    });
    this.events.addEventListener("error", () => this.store.update({ away: true }));
    this.events.addEventListener("content", (event) => {
      this.newVersion = JSON.parse(/** @type {MessageEvent} */ (event).data).version;
      this.takeNewVersion();
    });
    this.events.connect();
  }

  /** Never under a visitor's hands. */
  async takeNewVersion() {
    const shown = Object.values(this.state.catalogues);
    if (this.session.active || !this.newVersion || shown.every(({ version }) => version === this.newVersion)) return;
    try {
      const fresh = await fetchCatalogue(this.state.lang);
      if (this.session.active) return;
      this.store.update({ catalogues: { [fresh.lang]: fresh }, places: {} });
      this.prepareOtherLanguages(fresh.lang);
    } catch {
      setTimeout(() => this.takeNewVersion(), RETRY_MS); // the one in hand stays
    }
  }

  tick() {
    const zone = Object.values(this.state.catalogues)[0]?.office.timeZone;
    const now = wallClock(zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone, new Date(clock.now()));
    if (now.minute !== this.state.now.minute || now.date !== this.state.now.date) this.store.update({ now });
  }
}
