import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../../components/context.js";
import { Icon } from "../../components/Icon/Icon.js";
import { Picture } from "../../components/Picture/Picture.js";
import { Text } from "../../components/Text/Text.js";
import { describeArrival, describeConflict } from "../../lib/day-words.js";
import { href } from "../../lib/router.js";
import { describeStatus } from "../../lib/status.js";
import { about } from "../../lib/travel.js";

/**
 * The way to a place, when one gets there, and what stands against it.
 * @param {{place: import('../../lib/api.js').Summary, leg: import('../../lib/itinerary.js').Leg, number: number, count: number}} props
 */
export function DayStop({ place, leg, number, count }) {
  const { state, screen, words } = useHere();
  const day = screen.parts.day;
  const t = words.t.bind(words);
  const name = place.name.text;
  const length = place.trail?.durationMin === undefined ? t("day.lengthUnknown") : words.duration(place.trail.durationMin);
  const hours = describeStatus(words, place.opening, leg.arrive, { trail: place.trail !== null });
  return html`<li class=${`day-stop theme-${place.kind}`}>
    <p class="day-leg">${t(`day.leg.${state.day.mode}`, { duration: words.duration(about(leg.minutes)) })}</p>
    <div class="day-card">
      <a class="day-link" href=${href({ page: "place", lang: words.lang, id: place.id })}>
        <span class="day-picture"><${Picture} picture=${place.picture} decorative=${true} sizes="20vw" /><span class="day-number">${number}</span></span>
        <span class="day-text">
          <span class="day-time">${describeArrival(words, leg)}</span>
          <b class="day-name"><${Text} of=${place.name} /></b>
          <span>${place.commune} · ${length}</span>
          ${leg.conflict
            ? html`<span class="day-conflict"><${Icon} name="triangle-alert" />${describeConflict(words, leg.conflict, leg.arrive)}</span>`
            : hours && html`<span class="day-hours">${hours.text}</span>`}
        </span>
      </a>
      <div class="day-moves">
        <button aria-label=${t("day.up", { name })} disabled=${number === 1} onClick=${() => day.move(place.id, -1)}><${Icon} name="arrow-up" /></button>
        <button aria-label=${t("day.down", { name })} disabled=${number === count} onClick=${() => day.move(place.id, 1)}><${Icon} name="arrow-down" /></button>
        <button aria-label=${t("day.remove", { name })} onClick=${() => day.remove(place.id)}><${Icon} name="x" /></button>
      </div>
    </div>
  </li>`;
}
