import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { distance } from "../../lib/geo.js";
import { CLOSE_BY_M, here } from "../../lib/here.js";
import { href } from "../../lib/router.js";
import { describeStatus } from "../../lib/status.js";
import { Icon } from "../Icon/Icon.js";
import { Picture } from "../Picture/Picture.js";
import { StatusLine } from "../StatusLine/StatusLine.js";
import { Text } from "../Text/Text.js";

/** A place that fits the moment. The picture before stays beneath until the new one has come up; a touch opens what is shown. */
export function Attract() {
  const { state, screen, words, catalogue } = useHere();
  const { attract } = screen.parts;
  const { step } = state.attract;
  const id = attract.placeAt(step)?.id;
  const place = catalogue?.places.find((other) => other.id === id);
  if (!place) return null;
  const before = step > 0 ? attract.placeAt(step - 1) : null;
  return html`<a class=${`attract theme-${place.kind}`} lang=${words.lang} href=${href({ page: "place", lang: words.lang, id: place.id })}>
    <span class="attract-views">
      ${before && html`<${View} picture=${before.picture} key=${step - 1} />`}
      <${View} picture=${place.picture} key=${step} />
    </span>
    <${Sign} place=${place} key=${`sign ${step}`} />
  </a>`;
}

/** @param {{picture: import('../../lib/api.js').Picture}} props */
const View = ({ picture }) => html`<span class="attract-view"><${Picture} picture=${picture} decorative=${true} eager=${true} sizes="100vw" /></span>`;

/** @param {{place: import('../../lib/api.js').Summary}} props */
function Sign({ place }) {
  const { state, screen, words, catalogue } = useHere();
  const away = catalogue ? distance(here(catalogue, screen.session.screen), place.position) : 0;
  const status = describeStatus(words, place.opening, state.now, { trail: place.trail !== null });
  const time = place.trail?.durationMin;
  return html`<span class="attract-sign">
    <b class="attract-name"><${Text} of=${place.name} /></b>
    <span class="attract-facts">
      <span class="attract-fact"><${Icon} name="map-pin" />${place.commune} · ${away < CLOSE_BY_M ? words.t("away.here") : words.t("away.straight", { distance: words.distance(away) })}</span>
      ${time !== undefined && html`<span class="attract-fact"><${Icon} name="clock" />${words.duration(time)}</span>`}
      ${status && html`<${StatusLine} status=${{ ...status, detail: null }} />`}
    </span>
  </span>`;
}
