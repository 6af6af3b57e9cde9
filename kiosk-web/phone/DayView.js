import { html, useEffect, useState } from "../vendor/preact-htm.js";
import { Icon } from "./Icon.js";
import { Text } from "../components/Text/Text.js";
import { useHere } from "../components/context.js";
import { dayAddress } from "../lib/api.js";
import { describeArrival, describeConflict, describeStart, stopsOf } from "../lib/day-words.js";
import { plan, startChoices } from "../lib/itinerary.js";
import { TRAVEL, about } from "../lib/travel.js";
import { PLATFORM, Share } from "./Actions.js";
import { PlaceView } from "./PlaceView.js";
import { downloadTracks } from "./gpx.js";
import { directionsAddress } from "./platform.js";
import { record } from "./count.js";

/**
 * A day taken along: in order, with the times, each place a touch away. The list is the page's address.
 * @param {{places: import('../lib/api.js').Place[], missing: number}} props
 */
export function DayView({ places, missing }) {
  const { words } = useHere();
  const [opened, setOpened] = useState(location.hash.slice(1));
  useEffect(() => {
    const changed = () => {
      setOpened(location.hash.slice(1));
      scrollTo(0, 0);
    };
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, []);
  const place = places.find(({ code }) => code === opened);
  useEffect(() => document.querySelector("h1")?.focus({ preventScroll: true }), [place?.id]);
  if (!place) return html`<${List} places=${places} missing=${missing} />`;
  return html`<p class="way-back"><a class="button" href="#"><${Icon} name="arrow-left" />${words.t("day.title")}</a></p>
    <${PlaceView} place=${place} inDay=${true} key=${place.id} />`;
}

/** @param {{places: import('../lib/api.js').Place[], missing: number}} props */
function List({ places, missing }) {
  const { state, words, catalogue } = useHere();
  const t = words.t.bind(words);
  const choices = startChoices(state.now);
  const [startId, setStart] = useState(choices[0].id);
  const [mode, setMode] = useState(/** @type {import('../lib/travel.js').Mode} */ ("car"));
  const start = choices.find(({ id }) => id === startId) ?? choices[0];
  if (!catalogue) return null;
  const { legs, travelMin, visitMin, unknown } = plan(catalogue.office.position, start.at, mode, stopsOf(places));
  const tracks = places.filter(({ line }) => line);
  const takeTracks = () => {
    downloadTracks(tracks.map(({ id }) => id), t("day.title"));
    for (const { id } of tracks) record("track-download", words.lang, { place: id });
  };
  return html`<main class="day">
    <h1 tabindex="-1">${t("day.title")}</h1>
    ${missing > 0 && html`<p class="note">${t("phone.missing", { n: missing })}</p>`}
    <div class="choices">
      <label>${t("day.mode")}
        <select value=${mode} onChange=${(/** @type {any} */ event) => setMode(event.target.value)}>
          ${Object.keys(TRAVEL).map((one) => html`<option value=${one}>${t(`day.by.${one}`)}</option>`)}
        </select>
      </label>
      <label>${t("day.start")}
        <select value=${start.id} onChange=${(/** @type {any} */ event) => setStart(event.target.value)}>
          ${choices.map((choice) => html`<option value=${choice.id}>${describeStart(words, choice)}</option>`)}
        </select>
      </label>
    </div>
    <p class="total">
      <b>${t("day.total", { duration: words.duration(about(travelMin + visitMin)) })}</b>
      <span>${t("day.totalOf", { travel: words.duration(about(travelMin)) })}</span>
      ${unknown > 0 && html`<span>${t("day.unknown", { n: unknown })}</span>`}
    </p>
    <ol class="stops">
      ${places.map((place, index) => html`<${Stop} place=${place} leg=${legs[index]} mode=${mode} from=${places[index - 1]} key=${place.id} />`)}
    </ol>
    <p class="quiet">${t("day.guess", { detour: TRAVEL[mode].detour, speed: TRAVEL[mode].kmh })}</p>
    <section class="actions">
      <h2 class="hidden">${t("phone.actions")}</h2>
      ${tracks.length > 0 && html`<button class="button" onClick=${takeTracks}><${Icon} name="download" />${t("phone.tracks", { n: tracks.length })}</button>`}
      <${Share} address=${location.origin + dayAddress(places.map(({ code }) => code))} title=${t("day.title")} />
    </section>
    <footer class="office">
      <h2>${t("phone.ask")}</h2>
      ${catalogue.office.contact.phone && html`<a class="button" href=${`tel:${catalogue.office.contact.phone}`}>${t("phone.callOffice")}</a>`}
      <p>${[catalogue.office.name, catalogue.office.contact.address].filter(Boolean).join(", ")}</p>
    </footer>
  </main>`;
}

/**
 * @param {{place: import('../lib/api.js').Place, leg: import('../lib/itinerary.js').Leg, mode: import('../lib/travel.js').Mode,
 *   from?: import('../lib/api.js').Place}} props - from: the stop before; at first one sets out from the office
 */
function Stop({ place, leg, mode, from }) {
  const { words } = useHere();
  const { trail, contact } = place;
  const t = words.t.bind(words);
  const length = trail?.durationMin === undefined ? t("day.lengthUnknown") : words.duration(trail.durationMin);
  const directions = directionsAddress(PLATFORM, { to: place.position, name: place.name.text, from: from?.position, mode });
  return html`<li class=${`stop theme-${place.kind}`}>
    <p class="leg">${t(`day.leg.${mode}`, { duration: words.duration(about(leg.minutes)) })}</p>
    <a class="stop-name" href=${`#${place.code}`}>
      <span><b class="stop-time">${describeArrival(words, leg)}</b><b><${Text} of=${place.name} /></b><span class="quiet">${place.commune} · ${length}</span></span>
      <${Icon} name="arrow-right" />
    </a>
    ${leg.conflict && html`<p class="conflict"><${Icon} name="triangle-alert" />${describeConflict(words, leg.conflict, leg.arrive)}</p>`}
    <p class="stop-actions">
      <a class="button" href=${directions}><${Icon} name="navigation" />${t("phone.directions")}</a>
      ${contact.phone && html`<a class="button" href=${`tel:${contact.phone}`}><${Icon} name="phone" />${t("phone.call")}</a>`}
    </p>
  </li>`;
}
