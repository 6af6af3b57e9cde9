import { html, useEffect, useState } from "../vendor/preact-htm.js";
import { HereContext } from "../components/context.js";
import { Missing, calendarAddress, fetchOffice, fetchPlaceByCode, trackAddress } from "../lib/api.js";
import { LANGUAGES, bestLanguage, fetchTranslator } from "../lib/i18n.js";
import { wallClock } from "../lib/opening.js";
import { isOpening, record } from "./count.js";
import { isDated, keepForLater, smallest } from "./offline.js";
import { PlaceView } from "./PlaceView.js";

const CLOCK_MS = 30_000;

/**
 * @typedef {object} Loaded
 * @property {import('../lib/i18n.js').Translator} words
 * @property {import('../lib/api.js').Catalogue} office - without places
 * @property {import('../lib/api.js').Place[]} places
 * @property {?typeof import('./DayView.js').DayView} DayView - only a day fetches it
 * @property {number} missing - codes that lead to no place
 */

/** @param {{isDay: boolean, codes: string[]}} props */
export function Phone({ isDay, codes }) {
  const [lang, setLang] = useState(() => bestLanguage(navigator.languages));
  const [loaded, setLoaded] = useState(/** @type {?Loaded} */ (null));
  const [failed, setFailed] = useState(false);
  const [now, setNow] = useState(/** @type {?import('../lib/opening.js').Moment} */ (null));

  useEffect(() => {
    let wanted = true;
    setFailed(false);
    load(lang, codes, isDay)
      .then((all) => wanted && setLoaded(all))
      .catch(() => wanted && setFailed(true));
    return () => void (wanted = false);
  }, [lang]);

  const zone = loaded?.office.office.timeZone;
  useEffect(() => {
    if (!zone) return;
    const tick = () => setNow(wallClock(zone));
    tick();
    const timer = setInterval(tick, CLOCK_MS);
    return () => clearInterval(timer);
  }, [zone]);

  useEffect(() => {
    if (!loaded || loaded.places.length === 0) return;
    const details = isDay ? { value: loaded.places.length } : { place: loaded.places[0].id };
    if (isOpening()) record("scan", loaded.words.lang, details);
  }, [loaded !== null]);

  useEffect(() => {
    if (!loaded) return;
    document.documentElement.lang = loaded.words.lang;
    document.title = isDay ? loaded.words.t("day.title") : (loaded.places[0]?.name.text ?? loaded.office.office.name);
    // Once the picture is there too.
    const settled = () => keepForLater(loaded.places.flatMap((place) => files(place, loaded.words.lang)));
    if (document.readyState === "complete") setTimeout(settled, 300);
    else addEventListener("load", () => setTimeout(settled, 300), { once: true });
  }, [loaded]);

  // Another language that can't be had leaves the page as it is, in the one it has.
  useEffect(() => {
    const away = document.getElementById("away");
    if (away) away.hidden = !(failed && !loaded);
  }, [failed, loaded]);

  if (!loaded || !now) return null;
  const { words, office, places, DayView, missing } = loaded;
  const choose = (/** @type {Event} */ event) => setLang(/** @type {HTMLSelectElement} */ (event.target).value);
  return html`<${HereContext.Provider} value=${{ state: { now }, words, catalogue: office, screen: null }}>
    <header class="top">
      <p>${office.office.name}</p>
      <label>
        <span class="hidden">${words.t("nav.languages")}</span>
        <select value=${lang} onChange=${choose}>
          ${Object.entries(LANGUAGES).map(([code, { name }]) => html`<option value=${code} lang=${code}>${name}</option>`)}
        </select>
      </label>
    </header>
    ${failed && html`<p class="note" role="status">${words.t("phone.otherLanguageAway")}</p>`}
    ${DayView ? html`<${DayView} places=${places} missing=${missing} />` : html`<${PlaceView} place=${places[0]} />`}
  <//>`;
}

/**
 * @param {string} lang
 * @param {string[]} codes
 * @param {boolean} isDay
 * @returns {Promise<Loaded>}
 */
async function load(lang, codes, isDay) {
  const place = (/** @type {string} */ code) =>
    fetchPlaceByCode(lang, code).catch((error) => {
      if (error instanceof Missing) return null;
      throw error;
    });
  const view = isDay ? import("./DayView.js") : Promise.resolve({ DayView: null });
  const [words, office, { DayView }, ...found] = await Promise.all([fetchTranslator(lang), fetchOffice(lang), view, ...codes.map(place)]);
  const places = found.filter((one) => one !== null);
  return { words, office, places, DayView, missing: found.length - places.length };
}

/**
 * What one may want of a place without a network.
 * @param {import('../lib/api.js').Place} place
 * @param {string} lang
 */
function files(place, lang) {
  const track = place.line ? [trackAddress(place.id)] : [];
  const calendar = isDated(place.opening) ? [calendarAddress(lang, place.id)] : [];
  return [smallest(place.picture), ...track, ...calendar];
}
