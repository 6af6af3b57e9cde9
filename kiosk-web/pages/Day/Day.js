import { html, useEffect, useState } from "../../vendor/preact-htm.js";
import { useHere } from "../../components/context.js";
import { Dialog } from "../../components/Dialog/Dialog.js";
import { Icon } from "../../components/Icon/Icon.js";
import { DaySheet } from "../../components/Sheet/Sheet.js";
import { dayQRAddress } from "../../lib/api.js";
import { describeStart, stopsOf } from "../../lib/day-words.js";
import { here } from "../../lib/here.js";
import { plan, startChoices } from "../../lib/itinerary.js";
import { canPrint } from "../../lib/print.js";
import { href } from "../../lib/router.js";
import { TRAVEL, about } from "../../lib/travel.js";
import { DayStop } from "./DayStop.js";

const MODE_ICONS = { foot: "footprints", bicycle: "bike", car: "car" };

/** The visitor's day: which places, in which order, at what times, and how to leave with all of it. */
export function Day() {
  const { state, screen, words, catalogue } = useHere();
  const { ids, mode, start: chosen } = state.day;
  const day = screen.parts.day;
  const t = words.t.bind(words);
  // A place may leave the catalogue while somebody looks at it.
  const places = ids.map((id) => catalogue?.places.find((place) => place.id === id)).filter((place) => place !== undefined);
  const prints = canPrint();
  useEffect(() => {
    // Telephone numbers and addresses, for the sheet.
    if (prints) for (const { id } of places) screen.loadPlace(words.lang, id);
  }, [ids, words.lang]);

  if (!catalogue) return html`<h1 class="loading" tabindex="-1">${t("loading")}</h1>`;
  if (places.length === 0) return html`<${Empty} />`;
  const from = here(catalogue, screen.session.screen);
  const choices = startChoices(state.now);
  const start = choices.find(({ id }) => id === chosen) ?? choices[0];
  const made = plan(from, start.at, mode, stopsOf(places));
  const order = () => day.orderByRoad(from, new Map(places.map(({ id, position }) => [id, position])));
  const printDay = () => {
    day.printed();
    print();
  };
  return html`<div class="day">
    <header class="day-head">
      <h1 tabindex="-1">${t("day.title")}</h1>
      <p>${t("day.intro", { n: places.length })}</p>
    </header>
    <div class="day-plan">
      <${Choices} title=${t("day.mode")}
        choices=${Object.keys(TRAVEL).map((id) => ({ id, text: t(`day.by.${id}`), icon: MODE_ICONS[/** @type {"foot"} */ (id)] }))}
        chosen=${mode} onChoose=${(/** @type {any} */ id) => day.travelBy(id)} />
      <${Choices} title=${t("day.start")} choices=${choices.map((choice) => ({ id: choice.id, text: describeStart(words, choice) }))}
        chosen=${start.id} onChoose=${(/** @type {string} */ id) => day.startAt(id)} />
      <ol class="day-stops" role="list">
        ${places.map((place, index) => html`<${DayStop} place=${place} leg=${made.legs[index]} number=${index + 1} count=${places.length} key=${place.id} />`)}
      </ol>
    </div>
    <aside class="day-leave">
      <p class="day-total"><b>${t("day.total", { duration: words.duration(about(made.travelMin + made.visitMin)) })}</b></p>
      <p>${t("day.totalOf", { travel: words.duration(about(made.travelMin)) })}</p>
      ${made.unknown > 0 && html`<p>${t("day.unknown", { n: made.unknown })}</p>`}
      <div class="day-buttons">
        ${places.length > 1 && html`<button class="button" onClick=${order}><${Icon} name="route" />${t("day.order")}</button>`}
        ${prints && html`<button class="button" onClick=${printDay}><${Icon} name="printer" />${t("sheet.print")}</button>`}
      </div>
      <p class="day-note">${t("day.guess", { detour: TRAVEL[mode].detour, speed: TRAVEL[mode].kmh })}</p>
    </aside>
    ${prints && html`<${DaySheet} places=${places} plan=${made} mode=${mode} start=${start.at} whole=${(/** @type {string} */ id) => state.places[`${words.lang}/${id}`]} />`}
    ${state.dialog === "take-away" && html`<${TakeDay} codes=${places.map(({ code }) => code)} />`}
  </div>`;
}

/** What the page is for, to somebody who came too early. */
function Empty() {
  const { words } = useHere();
  return html`<div class="day day-empty">
    <${Icon} name="calendar-days" />
    <h1 tabindex="-1">${words.t("day.title")}</h1>
    <p>${words.t("day.empty")}</p>
    <a class="button button-main" href=${href({ page: "home", lang: words.lang })}>${words.t("day.find")}</a>
  </div>`;
}

/** @param {{title: string, choices: {id: string, text: string, icon?: string}[], chosen: string, onChoose: (id: string) => void}} props */
function Choices({ title, choices, chosen, onChoose }) {
  return html`<fieldset class="day-choices">
    <legend>${title}</legend>
    ${choices.map(
      ({ id, text, icon }) => html`<button class="day-choice" aria-pressed=${id === chosen} onClick=${() => onChoose(id)}>
        ${icon && html`<${Icon} name=${icon} />`}<span>${text}</span>
      </button>`,
    )}
  </fieldset>`;
}

/** @param {{codes: string[]}} props */
function TakeDay({ codes }) {
  const { screen, words } = useHere();
  const [away, setAway] = useState(false); // a day that was just made can't have been kept: only the server draws its code
  return html`<${Dialog} title=${words.t("day.take")} onClose=${() => screen.close()}>
    <div class="take-away">
      ${away
        ? html`<p class="day-code-away" role="status"><${Icon} name="cloud-off" />${words.t("day.qrAway")}</p>
            <button class="button" onClick=${() => setAway(false)}>${words.t("trouble.retry")}</button>`
        : html`<img src=${dayQRAddress(codes)} alt=${words.t("day.qr")} width="400" height="400" onError=${() => setAway(true)} />
            <p>${words.t("day.takeHint")}</p>`}
    </div>
  <//>`;
}
