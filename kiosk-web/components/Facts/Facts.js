import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { steady } from "../steady.js";
import { describeStatus } from "../../lib/status.js";
import { Icon } from "../Icon/Icon.js";
import { Text } from "../Text/Text.js";
import { Doubt } from "../ToCheck/Doubt.js";
import { fromHere } from "./fromHere.js";

const LEVELS = ["very-easy", "easy", "medium", "hard"];

/**
 * How long, how hard, how far, open or not and until when: what somebody wants to know before reading anything.
 * @param {{place: import('../../lib/api.js').Summary & Partial<import('../../lib/api.js').Details>}} props
 */
export const Facts = steady(function Facts({ place }) {
  const { state, screen, words, catalogue } = useHere();
  const { trail, heritage, cellar } = place;
  const t = words.t.bind(words);
  const away = catalogue && fromHere(words, catalogue, screen.session.screen, place.position);
  const status = describeStatus(words, place.opening, state.now, { trail: trail !== null, phone: Boolean(place.contact?.phone ?? true) });
  const price = priceOf(place, words);
  const list = (/** @type {any[]} */ ...details) => details.filter(Boolean).join(" · ");
  const facts = [
    status && { icon: "clock", label: t("fact.opening"), value: status.text, detail: status.detail, fields: ["opening"], tone: status.tone },
    trail && (trail.durationMin !== undefined || trail.length_m !== undefined) && {
      icon: "clock",
      label: t(trail.durationMin === undefined ? "fact.length" : "fact.duration"),
      value: trail.durationMin === undefined ? words.distance(trail.length_m ?? 0) : words.duration(trail.durationMin),
      detail: list(trail.durationMin !== undefined && trail.length_m !== undefined && words.distance(trail.length_m), trail.shape && t(`shape.${trail.shape}`)),
      fields: ["duration", "length"],
    },
    trail && (trail.difficulty || trail.ascent_m !== undefined) && {
      icon: trail.difficulty ? "gauge" : "trending-up",
      label: t(trail.difficulty ? "fact.difficulty" : "fact.ascent"),
      value: trail.difficulty ? t(`difficulty.${trail.difficulty}`) : words.metres(trail.ascent_m ?? 0),
      sign: trail.difficulty && html`<${Level} level=${LEVELS.indexOf(trail.difficulty) + 1} />`,
      detail: trail.difficulty && trail.ascent_m !== undefined && t("fact.climb", { height: words.metres(trail.ascent_m) }),
      fields: ["difficulty", "ascent"],
    },
    away && { icon: "compass", label: t("fact.from"), value: away.value, sign: away.degrees !== null && html`<${Needle} degrees=${away.degrees} />`, detail: away.detail, fields: ["position"] },
    heritage?.visit && { icon: "eye", label: t("place.visiting"), value: t(`visit.${heritage.visit}`), fields: ["visit"], minor: true },
    price && { icon: "euro", label: t("fact.price"), value: price, fields: ["prices"] },
    heritage?.period && { icon: "landmark", label: t("fact.period"), value: html`<${Text} of=${heritage.period} />`, fields: ["period"], minor: true },
    cellar && { icon: "wine", label: t("fact.type"), value: t(`cellar.${cellar.type}`), fields: [], minor: true },
  ].filter((fact) => Boolean(fact));
  const beside = facts.length - (status ? 1 : 0);
  return html`<section class="facts" aria-labelledby="facts-title">
    <h2 id="facts-title" class="hidden" tabindex="-1">${t("place.glance")}</h2>
    <dl class=${`facts-list ${beside === 3 ? "facts-three" : ""} ${beside % 2 === 1 ? "facts-odd" : ""}`}>
      ${facts.map((/** @type {any} */ { icon, label, value, detail, sign, fields, tone, minor }) => html`<div class=${`fact ${minor ? "fact-minor" : ""} ${tone ? `fact-status fact-${tone}` : ""}`} data-aloud>
        <dt><${Icon} name=${icon} />${label}</dt>
        <dd>
          <b>${value}</b>${sign}
          <${Doubt} place=${place} fields=${fields} />
          ${detail && html`<span class="fact-detail">${detail}</span>`}
        </dd>
      </div>`)}
    </dl>
  </section>`;
});

/** Bars, as a phone shows how well it hears. The words beside them say the same. */
function Level({ level }) {
  return html`<span class="level" aria-hidden="true">${LEVELS.map((_, index) => html`<i class=${index < level ? "level-full" : ""} />`)}</span>`;
}

/** Which way, as on a compass: up is north, as on the map. */
function Needle({ degrees }) {
  return html`<svg class="needle" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path transform=${`rotate(${degrees} 12 12)`} d="M12 2l7 19-7-4.5-7 4.5Z" /></svg>`;
}

/**
 * @param {import('../../lib/api.js').Summary & Partial<import('../../lib/api.js').Details>} place
 * @param {import('../../lib/i18n.js').Translator} words
 */
function priceOf({ free, prices, trail, kind }, words) {
  const [first] = prices?.rates ?? [];
  if (free) return trail ? null : words.t("price.free"); // a path is free: nobody asks
  if (first) return words.money(first.amount, first.currency);
  return trail || kind === "cellar" ? null : words.t("price.notKnown");
}
