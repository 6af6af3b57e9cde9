import { Part } from "./part.js";
import { LANGUAGES, SETTLED_MS } from "./i18n.js";
import { choosePlaces } from "./choosing.js";
import { here } from "./here.js";

const STEP_MS = 10_000;
const STILL_STEP_MS = 25_000; // where motion is reduced, changes are rare as well as sudden
const MOVE_MS = 3 * 60_000;
/** Where the fixed parts go in turn, in pixels: no edge stays long enough on the same line of the panel to mark it. */
export const SHIFTS = [[0, 0], [3, 2], [6, 0], [3, -3], [0, -5], [-3, -3], [-6, 0], [-3, 2]];

/**
 * The screen between two visitors: places that fit the moment, one after the other, each in another language.
 *
 * @typedef {object} Slice
 * @property {string[]} places - in the order they come
 * @property {number} step - counts on for as long as the screen runs
 * @property {boolean} playing
 * @property {boolean} awake - somebody touched something that isn't a language nor a place
 * @property {boolean} night - the screen is dimmed
 * @property {number} shift - one of SHIFTS
 * @property {Object<string, import('./i18n.js').Translator>} voices - the languages ready to be spoken
 * @extends {Part<Slice>}
 */
export class Attract extends Part {
  constructor() {
    super("attract", { places: [], step: 0, playing: true, awake: false, night: false, shift: 0, voices: {} });
    this.chosenFor = "";
  }

  start() {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    setInterval(() => this.step(), still ? STILL_STEP_MS : STEP_MS);
    setInterval(() => this.update({ shift: (this.slice.shift + 1) % SHIFTS.length }), MOVE_MS);
    this.store.addEventListener("change", () => this.refresh());
    addEventListener("pointerdown", (event) => this.wake(event), { capture: true });
    addEventListener("keydown", (event) => this.wake(event), { capture: true });
  }

  get store() {
    return /** @type {import('./screen.js').Screen} */ (this.screen).store;
  }

  /** The visit is over: the loop goes on from where it was. */
  forget() {
    this.update({ playing: true, awake: false });
    this.refresh();
  }

  /**
   * The loop stands still from the first touch on, so that nothing changes under a finger.
   * @param {Event} event
   */
  wake(event) {
    const { state } = /** @type {import('./screen.js').Screen} */ (this.screen);
    this.lightUp();
    if (state.route.page !== "welcome" || (event instanceof KeyboardEvent && event.key === "Tab")) return;
    const touched = event.target instanceof Element ? event.target : null;
    if (touched?.closest(".attract-pause")) return;
    this.update({ playing: false, awake: !touched?.closest("a, button") });
  }

  pause() {
    this.update({ playing: !this.slice.playing, awake: false });
  }

  /** The next picture is there before it is shown; one that can't be had is passed over. */
  async step() {
    const { state } = /** @type {import('./screen.js').Screen} */ (this.screen);
    if (!this.slice.playing || state.route.page !== "welcome" || document.hidden) return;
    const { step, places } = this.slice;
    for (let ahead = 1; ahead <= Math.max(1, places.length); ahead++) {
      const place = this.placeAt(step + ahead);
      if (place && !(await there(place.picture))) continue;
      if (this.slice.playing && this.slice.step === step) this.update({ step: step + ahead });
      return;
    }
  }

  /** @param {number} step */
  placeAt(step) {
    const { places } = this.slice;
    const id = places[step % places.length];
    const catalogue = Object.values(this.store.state.catalogues)[0];
    return catalogue?.places.find((place) => place.id === id);
  }

  /** Another choice each hour, and when a notice or the catalogue changes. */
  refresh() {
    const { state } = this.store;
    if (state.route.page !== "welcome") return;
    this.lightUp();
    const catalogue = state.catalogues[state.lang];
    if (!catalogue) return;
    const notices = state.notices?.current ?? [];
    const hour = Math.floor(state.now.minute / 60);
    const seed = `${state.now.date} ${hour}`;
    const wanted = [seed, catalogue.version, ...notices.map(({ id }) => id)].join("|");
    if (wanted === this.chosenFor) return;
    this.chosenFor = wanted;
    const from = here(catalogue, this.screen?.session.screen ?? "");
    this.update({ places: choosePlaces(catalogue, state.now, { notices, seed, from }).map(({ id }) => id) });
    setTimeout(() => this.learnLanguages(catalogue.languages), SETTLED_MS);
  }

  /** Dark hours are the office's; a visitor is never left in the dark. */
  lightUp() {
    const { state, session } = /** @type {import('./screen.js').Screen} */ (this.screen);
    const schedule = state.catalogues[state.lang]?.office.night;
    const night = !session.active && isNight(schedule ?? null, state.now.minute);
    if (night !== this.slice.night) this.update({ night });
  }

  /** @param {string[]} languages */
  async learnLanguages(languages) {
    const screen = /** @type {import('./screen.js').Screen} */ (this.screen);
    for (const lang of languages) {
      if (!(lang in LANGUAGES) || this.slice.voices[lang]) continue;
      await screen.calm();
      try {
        const words = await screen.wordsOf(lang);
        this.update({ voices: { ...this.slice.voices, [lang]: words } });
      } catch {
        // It joins in when somebody chooses it.
      }
    }
  }
}

/**
 * The language of a step: all in turn, and another one for the same place when it comes back.
 * @param {string[]} languages
 * @param {number} step
 * @param {number} places - how many come in turn
 */
export const languageAt = (languages, step, places) =>
  languages[(step + (places % languages.length === 0 ? Math.floor(step / Math.max(1, places)) : 0)) % languages.length];

/**
 * @param {?import('./api.js').Night} schedule
 * @param {number} minute - of the day
 */
export function isNight(schedule, minute) {
  if (!schedule) return false;
  const { from, to } = schedule;
  return from <= to ? from <= minute && minute < to : minute >= from || minute < to;
}

/** @param {import('./api.js').Picture} picture */
async function there(picture) {
  const image = new Image();
  if (picture.srcset) image.srcset = picture.srcset;
  image.sizes = "100vw";
  image.src = picture.src;
  try {
    await image.decode();
    return true;
  } catch {
    return false;
  }
}
