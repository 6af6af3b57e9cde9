import { html } from "../vendor/preact-htm.js";
import { useHere } from "../components/context.js";
import { Text } from "../components/Text/Text.js";
import { Actions, MainActions } from "./Actions.js";
import { Glance } from "./Glance.js";
import { Practical } from "./Practical.js";
import { smallest } from "./offline.js";

/**
 * A place, for one hand, in the sun.
 * @param {{place: import('../lib/api.js').Place, inDay?: boolean}} props - inDay: one of a day's, its heading is not the page's
 */
export function PlaceView({ place, inDay = false }) {
  const { words, catalogue } = useHere();
  const { body, picture, steps, toCheck } = place;
  const t = words.t.bind(words);
  const theme = catalogue?.themes.find(({ id }) => id === place.kind);
  const fellBack = body.lang !== words.lang && body.html !== "";
  const labels = place.labels.map((id) => catalogue?.labels.get(id)).filter((label) => label !== undefined);
  return html`<main class=${`place theme-${place.kind}`}>
    <img class="picture" src=${smallest(picture)} alt=${picture.alt.text} lang=${picture.alt.lang} width=${picture.width ?? 1200} height=${picture.height ?? 800} />
    <div class="head">
      <p class="kind">${theme ? `${theme.name} · ` : ""}${place.commune}</p>
      <h1 tabindex=${inDay ? "-1" : undefined}><${Text} of=${place.name} /></h1>
      <p class="teaser"><${Text} of=${place.teaser} /></p>
    </div>
    <${Glance} place=${place} />
    <${Actions} place=${place} />
    ${steps.length > 0 && html`<${Steps} steps=${steps} />`}
    ${body.html &&
    html`<section>
      <h2>${t("place.story")}</h2>
      ${fellBack && html`<p class="note">${t("phone.inLanguage", { language: new Intl.DisplayNames(words.locale, { type: "language" }).of(body.lang) ?? body.lang })}</p>`}
      <div class="prose" lang=${body.lang} dangerouslySetInnerHTML=${{ __html: body.html }} />
    </section>`}
    <${Practical} place=${place} />
    ${labels.length > 0 &&
    html`<section>
      <h2>${t("place.labels")}</h2>
      <dl class="rows">${labels.map((label) => html`<div><dt>${label?.name}</dt><dd>${label?.meaning}</dd></div>`)}</dl>
    </section>`}
    ${toCheck.length > 0 && html`<${ToCheck} items=${toCheck} />`}
    <${Office} place=${place} />
    <${MainActions} place=${place} />
  </main>`;
}

/** @param {{steps: import('../lib/api.js').Step[]}} props */
function Steps({ steps }) {
  const { words } = useHere();
  return html`<section>
    <h2>${words.t("place.steps")}</h2>
    <ol class="steps">
      ${steps.map(
        (step) => html`<li>
          <b><${Text} of=${step.name} /></b>
          ${step.distance_m !== undefined && step.distance_m > 0 && html`<span class="quiet">${words.t("place.distanceFromStart", { distance: words.distance(step.distance_m) })}</span>`}
          ${step.note && html`<p><${Text} of=${step.note} /></p>`}
          ${step.services.length > 0 && html`<p class="quiet">${step.services.map((service) => words.t(`service.${service}`)).join(" · ")}</p>`}
        </li>`,
      )}
    </ol>
  </section>`;
}

/** @param {{items: import('../lib/api.js').ToCheck[]}} props */
function ToCheck({ items }) {
  const { words } = useHere();
  return html`<section class="to-check">
    <h2>${words.t("place.toCheck")}</h2>
    <dl class="rows">
      ${items.map(({ field, note }) => html`<div><dt>${words.t(`field.${field}`)}</dt>${note && html`<dd><${Text} of=${note} /></dd>`}</div>`)}
    </dl>
  </section>`;
}

/**
 * Who says all this, and whom to ask.
 * @param {{place: import('../lib/api.js').Place}} props
 */
function Office({ place }) {
  const { words, catalogue } = useHere();
  const office = catalogue?.office;
  const { date, by } = place.lastCheck;
  return html`<footer class="office">
    <h2>${words.t("phone.ask")}</h2>
    ${office?.contact.phone && html`<a class="button" href=${`tel:${office.contact.phone}`}>${words.t("phone.callOffice")}</a>`}
    <p>${[office?.name, office?.contact.address].filter(Boolean).join(", ")}</p>
    <p class="quiet">${words.t("place.lastCheck", { date: words.date(date), by: words.t(`checkedBy.${by}`) })}</p>
  </footer>`;
}
