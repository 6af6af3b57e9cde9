import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { dayQRAddress, qrAddress } from "../../lib/api.js";
import { describeArrival, describeConflict } from "../../lib/day-words.js";
import { about } from "../../lib/travel.js";
import { Hours } from "../Practical/Hours.js";
import { Text } from "../Text/Text.js";

/**
 * What the printer gets instead of the screen: black on white, one A4 page.
 * @param {{title: any, lead?: any, qr: string, hint: string, children?: any}} props
 */
function Sheet({ title, lead, qr, hint, children }) {
  const { state, words, catalogue } = useHere();
  const office = catalogue?.office;
  return html`<section class="sheet">
    <header>
      <div>
        <p class="sheet-office">${office?.name}</p>
        <h2>${title}</h2>
        ${lead && html`<p>${lead}</p>`}
      </div>
      <figure>
        <img src=${qr} alt="" width="160" height="160" />
        <figcaption>${hint}</figcaption>
      </figure>
    </header>
    ${children}
    <footer>
      <p>${[office?.name, office?.contact.address, office?.contact.phone].filter(Boolean).join(" · ")}</p>
      <p>${words.t("sheet.printed", { date: words.date(state.now.date) })}</p>
    </footer>
  </section>`;
}

/** @param {{place: import('../../lib/api.js').Place}} props */
export function PlaceSheet({ place }) {
  const { words } = useHere();
  const { trail, contact, body, steps, toCheck, opening } = place;
  const t = words.t.bind(words);
  const facts = [
    place.commune,
    trail?.durationMin !== undefined && words.duration(trail.durationMin),
    trail?.length_m !== undefined && words.distance(trail.length_m),
    trail?.ascent_m !== undefined && `+ ${words.metres(trail.ascent_m)}`,
    trail?.difficulty && t(`difficulty.${trail.difficulty}`),
    trail?.waymarking && t(`waymarking.${trail.waymarking}`),
  ].filter(Boolean);
  return html`<${Sheet} title=${html`<${Text} of=${place.name} />`} lead=${facts.join(" · ")} qr=${qrAddress(place.id)} hint=${t("sheet.scanPlace")}>
    <p class="sheet-teaser"><${Text} of=${place.teaser} /></p>
    <div class="sheet-columns">
      ${steps.length > 0 &&
      html`<section>
        <h3>${t("place.steps")}</h3>
        <ol>${steps.map(({ name, distance_m }) => html`<li><${Text} of=${name} />${distance_m ? ` (${words.distance(distance_m)})` : ""}</li>`)}</ol>
      </section>`}
      ${(opening.kind === "periods" || contact.phone || contact.address || place.withoutCar) &&
      html`<section>
        <h3>${t("place.practical")}</h3>
        ${opening.kind === "periods" && html`<${Hours} opening=${opening} />`}
        ${contact.address && html`<p>${contact.address}, ${place.commune}</p>`}
        ${contact.phone && html`<p>${contact.phone}</p>`}
        ${place.withoutCar && html`<p><b>${t("place.withoutCar")}.</b> <${Text} of=${place.withoutCar} /></p>`}
      </section>`}
      ${body.html && html`<section class="prose" lang=${body.lang} dangerouslySetInnerHTML=${{ __html: body.html }} />`}
      ${toCheck.length > 0 &&
      html`<section>
        <h3>${t("place.toCheck")}</h3>
        <ul>${toCheck.map(({ field, note }) => html`<li><b>${t(`field.${field}`)}.</b> ${note && html`<${Text} of=${note} />`}</li>`)}</ul>
      </section>`}
    </div>
  <//>`;
}

/**
 * @param {{places: import('../../lib/api.js').Summary[], plan: import('../../lib/itinerary.js').Plan, mode: import('../../lib/travel.js').Mode,
 *   start: import('../../lib/opening.js').Moment, whole: (id: string) => import('../../lib/api.js').Place | undefined}} props - whole:
 *   what is known of a place beside its summary, once it is there
 */
export function DaySheet({ places, plan, mode, start, whole }) {
  const { words } = useHere();
  const t = words.t.bind(words);
  const lead = `${words.date(start.date, { weekday: "long", day: "numeric", month: "long" })} · ${t(`day.by.${mode}`)}`;
  return html`<${Sheet} title=${t("day.title")} lead=${lead} qr=${dayQRAddress(places.map(({ code }) => code))} hint=${t("sheet.scanDay")}>
    <ol class="sheet-stops">
      ${places.map((place, index) => {
        const leg = plan.legs[index];
        const { contact, teaser } = whole(place.id) ?? { contact: /** @type {import('../../lib/api.js').Contact} */ ({}), teaser: place.teaser };
        const length = place.trail?.durationMin === undefined ? t("day.lengthUnknown") : words.duration(place.trail.durationMin);
        return html`<li>
          <p class="sheet-time"><b>${describeArrival(words, leg)}</b><span>${t(`day.leg.${mode}`, { duration: words.duration(about(leg.minutes)) })}</span></p>
          <div>
            <h3><${Text} of=${place.name} /></h3>
            <p>${[contact.address, place.commune, length, contact.phone].filter(Boolean).join(" · ")}</p>
            <p><${Text} of=${teaser} /></p>
            ${leg.conflict && html`<p class="sheet-conflict">${describeConflict(words, leg.conflict, leg.arrive)}</p>`}
          </div>
        </li>`;
      })}
    </ol>
    <p class="sheet-total">
      <b>${t("day.total", { duration: words.duration(about(plan.travelMin + plan.visitMin)) })}</b>${plan.unknown > 0 && ` ${t("day.unknown", { n: plan.unknown })}`}
    </p>
  <//>`;
}
