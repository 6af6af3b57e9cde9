import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { href } from "../../lib/router.js";
import { describeStatus } from "../../lib/status.js";
import { Away } from "../Away/Away.js";
import { Icon } from "../Icon/Icon.js";
import { PlaceNotices } from "../NoticeBanner/PlaceNotices.js";
import { Picture } from "../Picture/Picture.js";
import { StatusLine } from "../StatusLine/StatusLine.js";
import { Text } from "../Text/Text.js";

/**
 * @param {object} props
 * @param {import('../../lib/api.js').Summary} props.place
 * @param {string} [props.heading]
 * @param {boolean} [props.compact] - picture beside the text
 * @param {any} [props.name] - drawn in place of the name, for instance with what was searched marked in it
 * @param {any} [props.where] - the same for the commune
 * @param {string[]} [props.notes] - what to know before going
 * @param {string[]} [props.unknown] - what isn't known of what was asked
 * @param {() => void} [props.onOpen]
 */
export function PlaceCard({ place, heading = "h2", compact = false, name, where, notes = [], unknown = [], onOpen }) {
  const { state, words } = useHere();
  const { trail, toCheckFields } = place;
  const status = describeStatus(words, place.opening, state.now, { trail: trail !== null });
  const doubt = (/** @type {string} */ field) => toCheckFields.has(field) && html`<span class="doubt" title=${words.t("place.toCheckTag")}>?</span>`;
  return html`<a class=${`card ${compact ? "card-compact" : ""} theme-${place.kind}`} href=${href({ page: "place", lang: words.lang, id: place.id })} onClick=${onOpen}>
    <span class="card-picture"><${Picture} picture=${place.picture} decorative=${true} sizes="(min-width: 700px) 50vw, 100vw" /><${PlaceNotices} place=${place.id} /></span>
    <span class="card-text">
      <${heading} class="card-name">${name ?? html`<${Text} of=${place.name} />`}<//>
      <span class="card-where">
        <${Icon} name="map-pin" />
        <span>${where ?? place.commune}</span>
      </span>
      ${trail &&
      !compact &&
      html`<span class="card-facts">
        ${trail.durationMin !== undefined && html`<span><${Icon} name="clock" />${words.duration(trail.durationMin)}${doubt("duration")}</span>`}
        ${trail.length_m !== undefined && html`<span><${Icon} name="route" />${words.distance(trail.length_m)}${doubt("length")}</span>`}
        ${trail.difficulty && html`<span><${Icon} name="gauge" />${words.t(`difficulty.${trail.difficulty}`)}${doubt("difficulty")}</span>`}
      </span>`}
      ${status && html`<span class="card-status"><${StatusLine} status=${status} />${status.tone !== "check" && doubt("opening")}</span>`}
      ${!compact && html`<${Away} place=${place} />`}
      ${notes.length > 0 && html`<span class="card-notes">${notes.map((note) => html`<span><${Icon} name="circle-check" />${note}</span>`)}</span>`}
      ${unknown.length > 0 && html`<span class="card-unknown">${unknown.map((why) => html`<span><${Icon} name="circle-question-mark" />${why}</span>`)}</span>`}
    </span>
  </a>`;
}
