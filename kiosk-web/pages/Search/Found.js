import { html, useEffect, useRef } from "../../vendor/preact-htm.js";
import { useHere } from "../../components/context.js";
import { Icon } from "../../components/Icon/Icon.js";
import { PlaceCard } from "../../components/PlaceCard/PlaceCard.js";
import { highlight } from "../../lib/search/highlight.js";
import { href } from "../../lib/router.js";

const FIRST = 12;
const MORE = 24;
const NEARBY = 3;

/** @param {{scrolls: boolean}} props - in a box of its own, above the keyboard */
export function Found({ scrolls }) {
  const { state, screen, words } = useHere();
  const { query, answer, places, drawn } = state.searching;
  const searching = screen.parts.searching;
  const box = useRef(/** @type {?HTMLElement} */ (null));
  useEffect(() => {
    if (box.current) box.current.scrollTop = searching.scrollTop;
  }, []);
  useEffect(() => {
    if (box.current && drawn === 0 && searching.scrollTop === 0) box.current.scrollTop = 0;
  }, [query]);
  const remember = () => (searching.scrollTop = box.current?.scrollTop ?? 0);
  const opened = () => searching.count();
  const empty = query.trim() === "";
  const found = answer?.docs ?? [];
  const shown = found.slice(0, Math.max(drawn, FIRST)).map((doc) => places[doc]);
  const left = found.length - shown.length;
  const nothing = !empty && answer !== null && found.length === 0;
  return html`<section ref=${box} class=${`found ${scrolls ? "found-scrolls" : ""}`} onScroll=${remember} aria-label=${words.t("search.title")}>
    <p class="found-count" role="status">
      ${!empty && answer === null && words.t("loading")}
      ${!empty && found.length > 0 && html`<b>${words.t("search.count", { n: found.length })}</b> ${answer?.corrected && html`<span>${words.t("search.corrected", { word: answer.corrected })}</span>`}`}
      ${nothing && html`<b>${words.t("search.nothing", { term: query.trim() })}</b> <span>${words.t("search.nothingHint")}</span>`}
    </p>
    <div class="cards found-cards">
      ${shown.map((place) => html`<${PlaceCard} place=${place} compact=${true} name=${html`<${Marked} text=${place.name.text} lang=${place.name.lang} matches=${answer?.matches ?? []} />`} where=${html`<${Marked} text=${place.commune} matches=${answer?.matches ?? []} />`} onOpen=${opened} key=${place.id} />`)}
    </div>
    ${left > 0 && html`<button class="button results-more" onClick=${() => searching.draw(Math.max(drawn, FIRST) + MORE)}>${words.t("search.more", { n: Math.min(left, MORE) })}</button>`}
    ${nothing && html`<${DidYouMean} />`}
    ${(empty || nothing) && html`<${Elsewhere} nearby=${nothing} />`}
  </section>`;
}

/** @param {{text: string, lang?: string, matches: import('../../lib/search/index.js').Match[]}} props */
function Marked({ text, lang, matches }) {
  return html`<span lang=${lang}>${highlight(text, matches).map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : text))}</span>`;
}

function DidYouMean() {
  const { screen, words } = useHere();
  const meant = screen.parts.searching.suggestions();
  if (meant.length === 0) return null;
  return html`<div class="found-meant">
    <h2>${words.t("search.didYouMean")}</h2>
    <p>${meant.map((/** @type {string} */ word) => html`<button class="button" onClick=${() => screen.parts.searching.type(word)} key=${word}>${word}</button>`)}</p>
  </div>`;
}

/** Where else to look: the themes, and what is close by. */
function Elsewhere({ nearby }) {
  const { state, words, catalogue } = useHere();
  return html`<div class="found-elsewhere">
    <h2>${words.t("search.themes")}</h2>
    <p>
      ${catalogue?.themes.map(({ id, name, icon }) => html`<a class=${`button found-theme theme-${id}`} href=${href({ page: "theme", lang: words.lang, id })} key=${id}><${Icon} name=${icon} />${name}</a>`)}
    </p>
    ${nearby &&
    html`<h2>${words.t("search.nearby")}</h2>
      <div class="cards found-cards">${state.searching.places.slice(0, NEARBY).map((place) => html`<${PlaceCard} place=${place} heading="h3" compact=${true} key=${place.id} />`)}</div>`}
  </div>`;
}
