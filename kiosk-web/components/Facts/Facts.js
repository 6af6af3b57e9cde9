import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { direction, distance } from "../../lib/geo.js";
import { describeStatus } from "../../lib/status.js";
import { Icon } from "../Icon/Icon.js";
import { Text } from "../Text/Text.js";

const CLOSE_BY_M = 400;

/**
 * How long, how hard, how far, open or not and until when: what somebody wants to know before reading anything.
 * @param {{place: import('../../lib/api.js').Summary & Partial<import('../../lib/api.js').Details>}} props
 */
export function Facts({ place }) {
  const { state, words, catalogue } = useHere();
  const { trail, toCheckFields: doubts } = place;
  const t = words.t.bind(words);
  const office = catalogue?.office.position;
  const away = office ? distance(office, place.position) : 0;
  const status = describeStatus(words, place.opening, state.now, { trail: trail !== null, phone: Boolean(place.contact?.phone ?? true) });
  const facts = [
    status && { icon: "clock", label: t("fact.opening"), value: status.text, detail: status.detail, field: "opening", tone: status.tone, wide: true },
    trail?.durationMin !== undefined && { icon: "clock", label: t("fact.duration"), value: words.duration(trail.durationMin), field: "duration" },
    trail?.length_m !== undefined && { icon: "route", label: t("fact.length"), value: words.distance(trail.length_m), field: "length" },
    trail?.ascent_m !== undefined && { icon: "trending-up", label: t("fact.ascent"), value: words.metres(trail.ascent_m), field: "ascent" },
    trail?.difficulty && { icon: "gauge", label: t("fact.difficulty"), value: t(`difficulty.${trail.difficulty}`), field: "difficulty" },
    !trail && { icon: "euro", label: t("fact.price"), value: price(place, words), field: "prices" },
    place.heritage?.period && { icon: "landmark", label: t("fact.period"), value: html`<${Text} of=${place.heritage.period} />`, field: "period" },
    place.cellar && { icon: "wine", label: t("fact.type"), value: t(`cellar.${place.cellar.type}`), field: "" },
    office && {
      icon: "compass",
      label: t("fact.from"),
      value: away < CLOSE_BY_M ? t("away.here") : words.distance(away),
      detail: away < CLOSE_BY_M ? null : t(`direction.${direction(office, place.position)}`),
      field: "position",
    },
  ].filter((fact) => Boolean(fact));
  return html`<section class="facts" aria-labelledby="facts-title">
    <h2 id="facts-title" class="hidden">${t("place.glance")}</h2>
    <dl class="facts-list">
      ${facts.map((/** @type {any} */ { icon, label, value, detail, field, tone, wide }) => html`<div class=${`fact ${wide ? "fact-wide" : ""} ${tone ? `fact-${tone}` : ""}`}>
        <dt><${Icon} name=${icon} />${label}</dt>
        <dd>
          <b>${value}</b>
          ${detail && html`<span class="fact-detail">${detail}</span>`}
          ${doubts.has(field) && html`<span class="to-check-tag">${t("place.toCheckTag")}</span>`}
        </dd>
      </div>`)}
    </dl>
  </section>`;
}

/**
 * @param {import('../../lib/api.js').Summary & Partial<import('../../lib/api.js').Details>} place
 * @param {import('../../lib/i18n.js').Translator} words
 */
function price({ free, prices }, words) {
  if (free) return words.t("price.free");
  const [first] = prices?.rates ?? [];
  return first ? words.money(first.amount, first.currency) : words.t("price.notKnown");
}
