import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { distance } from "../../lib/geo.js";
import { href } from "../../lib/router.js";
import { describeStatus } from "../../lib/status.js";
import { Icon } from "../Icon/Icon.js";
import { PlaceNotices } from "../NoticeBanner/PlaceNotices.js";
import { Picture } from "../Picture/Picture.js";
import { StatusLine } from "../StatusLine/StatusLine.js";
import { Text } from "../Text/Text.js";

/** Closer than this, "300 m away" would be said of a point that is only known to 300 m. */
const CLOSE_BY_M = 400;

/** @param {{place: import('../../lib/api.js').Summary, heading?: string, compact?: boolean}} props - compact: picture beside the text */
export function PlaceCard({ place, heading = "h2", compact = false }) {
  const { state, words, catalogue } = useHere();
  const { trail, toCheckFields } = place;
  const away = catalogue ? distance(catalogue.office.position, place.position) : 0;
  const status = describeStatus(words, place.opening, state.now, { trail: trail !== null });
  const doubt = (/** @type {string} */ field) => toCheckFields.has(field) && html`<span class="doubt" title=${words.t("place.toCheckTag")}>?</span>`;
  return html`<a class=${`card ${compact ? "card-compact" : ""} theme-${place.kind}`} href=${href({ page: "place", lang: words.lang, id: place.id })}>
    <span class="card-picture"><${Picture} picture=${place.picture} decorative=${true} sizes="(min-width: 700px) 50vw, 100vw" /><${PlaceNotices} place=${place.id} /></span>
    <span class="card-text">
      <${heading} class="card-name"><${Text} of=${place.name} /><//>
      ${(!compact || !status) &&
      html`<span class="card-where">
        <${Icon} name="map-pin" />
        <span>${place.commune}${!compact && ` · ${away < CLOSE_BY_M ? words.t("away.here") : words.t("away.straight", { distance: words.distance(away) })}`}</span>
      </span>`}
      ${trail &&
      !compact &&
      html`<span class="card-facts">
        ${trail.durationMin !== undefined && html`<span><${Icon} name="clock" />${words.duration(trail.durationMin)}${doubt("duration")}</span>`}
        ${trail.length_m !== undefined && html`<span><${Icon} name="route" />${words.distance(trail.length_m)}${doubt("length")}</span>`}
        ${trail.difficulty && html`<span><${Icon} name="gauge" />${words.t(`difficulty.${trail.difficulty}`)}${doubt("difficulty")}</span>`}
      </span>`}
      ${status && html`<span class="card-status"><${StatusLine} status=${status} />${status.tone !== "check" && doubt("opening")}</span>`}
    </span>
  </a>`;
}
