import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { href } from "../../lib/router.js";
import { Icon } from "../Icon/Icon.js";
import { Picture } from "../Picture/Picture.js";
import { Text } from "../Text/Text.js";
import { around } from "./around.js";

/**
 * What else is there: in walking distance of the place, or along its way. The nearest first.
 * @param {{place: import('../../lib/api.js').Place}} props
 */
export function Nearby({ place }) {
  const { screen, words, catalogue } = useHere();
  const found = catalogue ? around(place, catalogue.places) : [];
  if (found.length === 0) return null;
  return html`<section class="nearby" aria-labelledby="nearby-title">
    <h2 id="nearby-title" tabindex="-1">${words.t(place.line ? "nearby.along" : "nearby.title")}</h2>
    <ul class="nearby-list" role="list">
      ${found.map(({ place: other, ...where }) => {
        const theme = catalogue?.themes.find(({ id }) => id === other.kind);
        return html`<li key=${other.id}>
          <a class=${`nearby-place theme-${other.kind}`} href=${href({ page: "place", lang: words.lang, id: other.id })} onClick=${() => screen.nearbyOpened(other.id)}>
            <span class="nearby-picture"><${Picture} picture=${other.picture} decorative=${true} sizes="12rem" /></span>
            <span class="nearby-text">
              <span class="nearby-kind">${theme && html`<${Icon} name=${theme.icon} />`}${theme?.name}</span>
              <b class="nearby-name"><${Text} of=${other.name} /></b>
              <span class="nearby-where">${say(words, where)}</span>
            </span>
          </a>
        </li>`;
      })}
    </ul>
  </section>`;
}

/**
 * @param {import('../../lib/i18n.js').Translator} words
 * @param {import('./around.js').Where} where
 */
function say(words, { away_m, wind, step, line, close }) {
  const far = close ? words.t(line ? "nearby.onLine" : "nearby.close") : words.t(line ? "nearby.fromLine" : "away.straight", { distance: words.distance(away_m) });
  if (step !== null) return `${far} · ${words.t("nearby.step", { n: String(step) })}`;
  return wind && !close ? `${far}, ${words.t("glance.toward", { direction: words.t(`direction.${wind}`) })}` : far;
}
