import { html, useState } from "../../vendor/preact-htm.js";
import { useHere } from "../../components/context.js";
import { steady } from "../../components/steady.js";
import { Icon } from "../../components/Icon/Icon.js";
import { Labels } from "../../components/Practical/Labels.js";
import { Nearby } from "../../components/Nearby/Nearby.js";
import { Credit } from "../../components/Picture/Credit.js";
import { Picture } from "../../components/Picture/Picture.js";
import { Practical } from "../../components/Practical/Practical.js";
import { Profile } from "../../components/Profile/Profile.js";
import { SketchMap } from "../../components/SketchMap/SketchMap.js";
import { Steps } from "../../components/Steps/Steps.js";
import { Doubt } from "../../components/ToCheck/Doubt.js";
import { ToCheck } from "../../components/ToCheck/ToCheck.js";
import { Fallback } from "../../components/Text/Fallback.js";
import { Text } from "../../components/Text/Text.js";
import { Sources } from "./Sources.js";

/** In the order of the page, each drawn by itself. */
export const PIECES = 5;

/**
 * All that follows the first glance.
 * @param {{place: import('../../lib/api.js').Place, drawn: number}} props - drawn: how many pieces of it
 */
export function Rest({ place, drawn }) {
  const { words } = useHere();
  const { body, steps, toCheck, withoutCar } = place;
  const fellBack = firstFallback({ story: body.html ? [body] : [], steps: steps.map((step) => step.note), withoutCar: [withoutCar], toCheck: toCheck.map((item) => item.note) }, words.lang);
  const fallback = (/** @type {string} */ part) => (fellBack?.part === part ? fellBack.lang : null);
  return html`
    <div class="place-columns">
      <${Story} place=${place} fallback=${fallback("story")} />
      ${drawn > 1 && steps.length > 0 && html`<${Way} place=${place} fallback=${fallback("steps")} />`}
      ${drawn > 2 && html`<${Where} place=${place} />`}
      ${drawn > 3 && html`<${Going} place=${place} fallback=${fallback("withoutCar")} />`}
    </div>
    ${drawn > 4 && html`<${Around} place=${place} fallback=${fallback("toCheck")} />`}
  `;
}

/** @typedef {{place: import('../../lib/api.js').Place, fallback: ?string}} Piece - fallback: the language that its texts fell back on, to be said here */

const Story = steady(function Story(/** @type {Piece} */ { place, fallback }) {
  const { words } = useHere();
  const { body } = place;
  const more = place.pictures.filter(({ src }) => src !== place.picture.src);
  return html`
    ${body.html &&
    html`<section aria-labelledby="story-title">
      <h2 id="story-title">${words.t("place.story")}</h2>
      ${fallback && html`<${Fallback} lang=${fallback} />`}
      <div class="prose" lang=${body.lang} data-aloud="main" dangerouslySetInnerHTML=${{ __html: body.html }} />
    </section>`}
    ${more.map((picture) => html`<figure class="place-more" key=${picture.src}><${Picture} picture=${picture} /><${Credit} picture=${picture} /></figure>`)}
  `;
});

const Way = steady(function Way(/** @type {Piece} */ { place, fallback }) {
  const { words } = useHere();
  return html`<section aria-labelledby="steps-title">
    <h2 id="steps-title" tabindex="-1">${words.t("place.steps")} <${Doubt} place=${place} fields=${["steps"]} /></h2>
    ${fallback && html`<${Fallback} lang=${fallback} />`}
    <${Steps} steps=${place.steps} />
  </section>`;
});

const Where = steady(function Where(/** @type {Omit<Piece, "fallback">} */ { place }) {
  const { screen, words } = useHere();
  const { line, profile } = place;
  const [finger, setFinger] = useState(/** @type {?import('../../lib/geo.js').Position} */ (null)); // on the relief
  const t = words.t.bind(words);
  const note = line ? t(line.kind === "schematic" ? "map.schematic" : "map.recorded") : place.position.accuracy === "village" ? t("map.near") : null;
  return html`
    <section aria-labelledby="map-title">
      <h2 id="map-title" tabindex="-1">${t(line ? "place.mapTrail" : "place.map")} <${Doubt} place=${place} fields=${["position"]} /></h2>
      <div class="place-sketch" onClick=${() => screen.open("map")}><${SketchMap} place=${place} finger=${finger} /></div>
      ${note && html`<p class="note">${note}</p>`}
      <button class="button" aria-haspopup="dialog" onClick=${() => screen.open("map")}><${Icon} name="expand" />${t("place.enlarge")}</button>
    </section>
    ${profile &&
    line &&
    html`<section aria-labelledby="profile-title">
      <h2 id="profile-title">${t("place.profile")}</h2>
      <${Profile} profile=${profile} line=${line} onFinger=${setFinger} />
    </section>`}
  `;
});

const Going = steady(function Going(/** @type {Piece} */ { place, fallback }) {
  const { words } = useHere();
  const { withoutCar } = place;
  return html`
    <${Practical} place=${place} />
    <${Labels} place=${place} />
    ${withoutCar &&
    html`<section class="without-car" aria-labelledby="without-car-title">
      <h2 id="without-car-title"><${Icon} name="bus" />${words.t("place.withoutCar")} <${Doubt} place=${place} fields=${["without_car"]} /></h2>
      ${fallback && html`<${Fallback} lang=${fallback} />`}
      <p><${Text} of=${withoutCar} /></p>
    </section>`}
  `;
});

const Around = steady(function Around(/** @type {Piece} */ { place, fallback }) {
  const { toCheck } = place;
  return html`
    <${Nearby} place=${place} />
    ${toCheck.length > 0 && html`<${ToCheck} items=${toCheck}>${fallback && html`<${Fallback} lang=${fallback} />`}<//>`}
    <${Sources} place=${place} />
  `;
});

/**
 * It is said once, where it is met first.
 * @param {Object<string, ({lang: string} | undefined)[]>} parts - texts by part, in the order of the page
 * @param {string} lang
 */
function firstFallback(parts, lang) {
  for (const [part, texts] of Object.entries(parts)) {
    const other = texts.find((text) => text && text.lang !== lang);
    if (other) return { part, lang: other.lang };
  }
  return null;
}
