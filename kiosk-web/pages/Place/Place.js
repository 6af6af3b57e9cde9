import { html, useMemo } from "../../vendor/preact-htm.js";
import { useHere } from "../../components/context.js";
import { Facts } from "../../components/Facts/Facts.js";
import { Icon } from "../../components/Icon/Icon.js";
import { around } from "../../components/Nearby/around.js";
import { PageIndex } from "../../components/PageIndex/PageIndex.js";
import { Credit } from "../../components/Picture/Credit.js";
import { Picture } from "../../components/Picture/Picture.js";
import { Player, ReadAloud } from "../../components/ReadAloud/ReadAloud.js";
import { TakeAlong } from "../../components/TakeAlong/TakeAlong.js";
import { Text } from "../../components/Text/Text.js";
import { Trouble } from "../../components/Trouble/Trouble.js";
import { useGrowing } from "../../components/useGrowing.js";
import { Dialogs } from "./Dialogs.js";
import { PIECES, Rest } from "./Rest.js";

/** The same as in Place.css: where pieces stand side by side, one that comes moves those that are there. */
const COLUMNS = "(orientation: landscape) and (min-width: 1000px)";

/**
 * A place. What the catalogue says of it is there at once, even with the server away; the rest follows.
 * @param {{id: string}} props
 */
export function Place({ id }) {
  const { state, screen, words, catalogue } = useHere();
  const whole = state.places[`${words.lang}/${id}`];
  const atOnce = state.scroll.depth > 0 || matchMedia(COLUMNS).matches;
  const drawn = useGrowing(whole ? PIECES : 0, atOnce ? PIECES : 1, 1);
  const index = useMemo(() => whole && entries(whole, words, catalogue), [whole, words, catalogue]);
  const place = whole ?? catalogue?.places.find((other) => other.id === id);
  if (state.failure === "missing") return html`<${Trouble} kind="missing" title=${true} />`;
  const retry = () => screen.load();
  if (!place) {
    return state.failure === "away"
      ? html`<${Trouble} kind="away" title=${true} onRetry=${retry} />`
      : html`<h1 class="loading" tabindex="-1">${words.t("loading")}</h1>`;
  }
  const theme = catalogue?.themes.find((other) => other.id === place.kind);
  return html`<article class=${`place theme-${place.kind}`}>
    <figure class="place-picture">
      <${Picture} picture=${place.picture} eager=${true} sizes="(orientation: landscape) 45vw, 100vw" />
      <${Credit} picture=${place.picture} />
    </figure>
    <header class="place-head">
      <p class="place-kind">${theme && html`<${Icon} name=${theme.icon} />${theme.name} · `}${place.commune}</p>
      <h1 tabindex="-1" data-aloud><${Text} of=${place.name} /></h1>
      <p class="place-teaser" data-aloud><${Text} of=${place.teaser} /></p>
    </header>
    <${Facts} place=${place} />
    ${whole &&
    html`<div class="place-pills">
      <${ReadAloud} lang=${whole.body.html ? whole.body.lang : whole.teaser.lang} />
      <${TakeAlong} place=${whole} />
    </div>`}
    ${whole ? html`<${Rest} place=${whole} drawn=${drawn} />` : state.failure === "away" ? html`<${Trouble} kind="away" onRetry=${retry} />` : html`<p class="loading" role="status">${words.t("loading")}</p>`}
    ${whole && state.voice.doing !== "silent" && html`<${Player} />`}
    ${index && drawn === PIECES && state.voice.doing === "silent" && html`<${PageIndex} entries=${index} />`}
    <${Dialogs} place=${place} />
  </article>`;
}

/**
 * @param {import('../../lib/api.js').Place} place
 * @param {import('../../lib/i18n.js').Translator} words
 * @param {import('../../lib/api.js').Catalogue | undefined} catalogue
 */
function entries(place, words, catalogue) {
  return [
    { title: "facts-title", icon: "eye", text: words.t("pageIndex.glance") },
    place.steps.length > 0 && { title: "steps-title", icon: "route", text: words.t("pageIndex.steps") },
    { title: "map-title", icon: "map", text: words.t("pageIndex.map") },
    { title: "practical-title", icon: "signpost", text: words.t("pageIndex.practical") },
    catalogue && around(place, catalogue.places).length > 0 && { title: "nearby-title", icon: "map-pin", text: words.t("pageIndex.nearby") },
  ].filter((entry) => Boolean(entry));
}
