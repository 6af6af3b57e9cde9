import { html } from "../vendor/preact-htm.js";
import { useHere } from "../components/context.js";
import { describeStatus } from "../lib/status.js";
import { direction, distance } from "../lib/geo.js";

/**
 * How long, how hard, how far, open until when: large, and before anything else.
 * @param {{place: import('../lib/api.js').Place}} props
 */
export function Glance({ place }) {
  const { state, words, catalogue } = useHere();
  const { trail, toCheckFields: doubts } = place;
  const t = words.t.bind(words);
  const office = catalogue?.office.position;
  const status = describeStatus(words, place.opening, state.now, { trail: trail !== null, phone: Boolean(place.contact.phone) });
  const away = office ? distance(office, place.position) : 0;
  const facts = [
    trail?.durationMin !== undefined && { label: t("fact.duration"), value: words.duration(trail.durationMin), field: "duration" },
    trail?.length_m !== undefined && { label: t("fact.length"), value: words.distance(trail.length_m), field: "length" },
    trail?.difficulty && { label: t("fact.difficulty"), value: t(`difficulty.${trail.difficulty}`), field: "difficulty" },
    trail?.ascent_m !== undefined && { label: t("fact.ascent"), value: words.metres(trail.ascent_m), field: "ascent" },
    !trail && place.free && { label: t("fact.price"), value: t("price.free"), field: "prices" },
    !trail && place.prices?.rates[0] && { label: t("fact.price"), value: words.money(place.prices.rates[0].amount, place.prices.rates[0].currency), field: "prices" },
    office && {
      label: t("phone.fromOffice"),
      value: words.distance(away),
      detail: away > 400 ? t(`direction.${direction(office, place.position)}`) : null,
      field: "position",
    },
  ].filter((fact) => Boolean(fact));
  return html`<section class="glance">
    <h2 class="hidden">${t("place.glance")}</h2>
    ${status &&
    html`<p class=${`status status-${status.tone}`}>
      <b>${status.text}</b>${status.detail && html`<span>${status.detail}</span>`}
      ${doubts.has("opening") && status.tone !== "check" && html`<span class="tag">${t("place.toCheckTag")}</span>`}
    </p>`}
    <dl>
      ${facts.map((/** @type {any} */ { label, value, detail, field }) => html`<div>
        <dt>${label}</dt>
        <dd><b>${value}</b>${detail && html` <span class="quiet">${detail}</span>`}${doubts.has(field) && html` <span class="tag">${t("place.toCheckTag")}</span>`}</dd>
      </div>`)}
    </dl>
  </section>`;
}
