import { html, useState } from "../../vendor/preact-htm.js";
import { useHere } from "../../components/context.js";
import { Facts } from "../../components/Facts/Facts.js";
import { Icon } from "../../components/Icon/Icon.js";
import { Picture } from "../../components/Picture/Picture.js";
import { Practical } from "../../components/Practical/Practical.js";
import { Profile } from "../../components/Profile/Profile.js";
import { SketchMap } from "../../components/SketchMap/SketchMap.js";
import { Steps } from "../../components/Steps/Steps.js";
import { Text } from "../../components/Text/Text.js";
import { ToCheck } from "../../components/ToCheck/ToCheck.js";
import { Trouble } from "../../components/Trouble/Trouble.js";
import { TakeAlong } from "../../components/TakeAlong/TakeAlong.js";
import { Dialogs } from "./Dialogs.js";
import { Sources } from "./Sources.js";

/**
 * A place. What the catalogue says of it is there at once, even with the server away; the rest follows.
 * @param {{id: string}} props
 */
export function Place({ id }) {
  const { state, screen, words, catalogue } = useHere();
  const whole = state.places[`${words.lang}/${id}`];
  const place = whole ?? catalogue?.places.find((other) => other.id === id);
  if (state.failure === "missing") return html`<${Trouble} kind="missing" title=${true} />`;
  const retry = () => screen.load();
  if (!place) {
    return state.failure === "away"
      ? html`<${Trouble} kind="away" title=${true} onRetry=${retry} />`
      : html`<h1 class="loading" tabindex="-1">${words.t("loading")}</h1>`;
  }
  const theme = catalogue?.themes.find((other) => other.id === place.kind);
  const picture = place.picture;
  return html`<article class=${`place theme-${place.kind}`}>
    <div class="place-picture"><${Picture} picture=${picture} eager=${true} sizes="100vw" /></div>
    <header class="place-head">
      <p class="place-kind">${theme && html`<${Icon} name=${theme.icon} />${theme.name} · `}${place.commune}</p>
      <h1 tabindex="-1"><${Text} of=${place.name} /></h1>
      <p class="place-teaser"><${Text} of=${place.teaser} /></p>
    </header>
    <${Facts} place=${place} />
    ${whole ? html`<${Rest} place=${whole} />` : state.failure === "away" ? html`<${Trouble} kind="away" onRetry=${retry} />` : html`<p class="loading" role="status">${words.t("loading")}</p>`}
    <${Dialogs} place=${place} />
  </article>`;
}

/** @param {{place: import('../../lib/api.js').Place}} props */
function Rest({ place }) {
  const { screen, words, catalogue } = useHere();
  const { body, steps, line, labels, toCheck } = place;
  const [finger, setFinger] = useState(/** @type {?import('../../lib/geo.js').Position} */ (null)); // on the relief
  const t = words.t.bind(words);
  const known = labels.map((id) => catalogue?.labels.get(id)).filter((label) => label !== undefined);
  const fellBack = body.lang !== words.lang && body.html !== "";
  const language = fellBack ? (new Intl.DisplayNames(words.locale, { type: "language" }).of(body.lang) ?? body.lang) : "";
  const note = line ? t(line.kind === "schematic" ? "map.schematic" : "map.recorded") : place.position.accuracy === "village" ? t("map.near") : null;
  return html`
    <${TakeAlong} place=${place} />
    <div class="place-columns">
      <div class="place-column">
        ${body.html &&
        html`<section aria-labelledby="story-title">
          <h2 id="story-title">${t("place.story")}</h2>
          ${fellBack && html`<p class="place-fallback">${t("place.fallback", { language })}</p>`}
          <div class="prose" lang=${body.lang} dangerouslySetInnerHTML=${{ __html: body.html }} />
        </section>`}
        <section aria-labelledby="map-title">
          <h2 id="map-title">${t(line ? "place.mapTrail" : "place.map")}</h2>
          <div class="place-sketch" onClick=${() => screen.open("map")}><${SketchMap} place=${place} finger=${finger} /></div>
          ${note && html`<p class="note">${note}</p>`}
          <button class="button" aria-haspopup="dialog" onClick=${() => screen.open("map")}><${Icon} name="expand" />${t("place.enlarge")}</button>
        </section>
        ${place.profile &&
        line &&
        html`<section aria-labelledby="profile-title">
          <h2 id="profile-title">${t("place.profile")}</h2>
          <${Profile} profile=${place.profile} line=${line} onFinger=${setFinger} />
        </section>`}
      </div>
      <div class="place-column">
        ${steps.length > 0 &&
        html`<section aria-labelledby="steps-title">
          <h2 id="steps-title">${t("place.steps")}</h2>
          <${Steps} steps=${steps} />
        </section>`}
        <${Practical} place=${place} />
        ${known.length > 0 &&
        html`<section aria-labelledby="labels-title">
          <h2 id="labels-title">${t("place.labels")}</h2>
          <dl class="labels">${known.map((label) => html`<div><dt><${Icon} name="award" />${label?.name}</dt><dd>${label?.meaning}</dd></div>`)}</dl>
        </section>`}
        ${toCheck.length > 0 && html`<${ToCheck} items=${toCheck} />`}
      </div>
    </div>
    <${Sources} place=${place} />
  `;
}
