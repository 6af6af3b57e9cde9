import { html, useMemo } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { PAGE } from "../../lib/finding.js";
import { here } from "../../lib/here.js";
import { bestKnownFirst, find, ordered } from "../../lib/results.js";
import { steady } from "../steady.js";
import { useGrowing } from "../useGrowing.js";
import { ListOrMap } from "../ListOrMap/ListOrMap.js";
import { PlaceCard } from "../PlaceCard/PlaceCard.js";
import { describeWhy } from "../../lib/why.js";
import { FitDialog } from "../Fit/FitDialog.js";
import { Loosen } from "./Loosen.js";
import { Refine } from "./Refine.js";
import { Sorting } from "./Sorting.js";

/** More than a screen shows: the first piece of a list is all that is seen of it. */
const SEEN = 8;

/**
 * Places with what was chosen of them: those that fit, then those that may. The one list of all pages.
 * @param {{places: import('../../lib/api.js').Summary[], theme?: string}} props - theme: when all places are of one
 */
export function Results({ places, theme }) {
  const { state, screen, words, catalogue } = useHere();
  const { chosen, order, drawn: asked } = state.finding;
  const { now, dialog } = state;
  const from = here(/** @type {import('../../lib/api.js').Catalogue} */ (catalogue), screen.session.screen);
  const found = useMemo(() => {
    const { fits, maybe } = find(ordered(places, order, { from, collator: words.collator }), chosen, { now, from });
    return { fits, maybe: order === "near" ? bestKnownFirst(maybe) : maybe };
  }, [places, chosen, order, now, from, words]);

  const { fits, maybe } = found;
  const both = useMemo(() => [...fits, ...maybe].map(({ place }) => place), [found]);
  const list = theme ?? "all";
  const limit = Math.min(both.length, asked[list] ?? PAGE);
  const all = places.length;
  const onlyMaybe = fits.length === 0 && maybe.length > 0;
  const some = onlyMaybe ? words.t("results.possible", { n: maybe.length, all }) : words.t("list.countOf", { n: fits.length, all });
  const count = fits.length < all ? some : words.t("list.count", { n: all });
  return html`<section class="results">
    <${Refine} places=${places} theme=${theme} from=${from} />
    <p class="results-count" role="status"><b>${count}</b> ${fits.length > 0 && maybe.length > 0 && html`<span>${words.t("results.maybeCount", { n: maybe.length })}</span>`}</p>
    ${fits.length === 0 && html`<${Loosen} places=${places} from=${from} maybe=${maybe.length} />`}
    ${both.length > 0 &&
    html`<${ListOrMap} places=${both} theme=${theme} beside=${html`<${Sorting} order=${order} />`}>
      <${List} fits=${fits} maybe=${maybe} limit=${limit} onMore=${() => screen.parts.finding.showMore(list)} />
    <//>`}
    ${dialog === "fit" && html`<${FitDialog} places=${places} theme=${theme} from=${from} />`}
  </section>`;
}

/** @param {import('../../lib/results.js').Found & {limit: number, onMore: () => void}} props - limit: how many cards were asked for */
function List({ fits, maybe, limit, onMore }) {
  const { state, words } = useHere();
  const drawn = useGrowing(limit, state.scroll.depth > 0 ? limit : SEEN, SEEN); // whoever comes back stands where they stood: all of it is there
  const left = fits.length + maybe.length - limit;
  return html`
    <${Group} results=${fits} count=${Math.min(fits.length, drawn)} title=${maybe.length > 0 ? words.t("results.fits") : null} />
    ${drawn > fits.length && html`<${Group} results=${maybe} count=${drawn - fits.length} title=${words.t("results.maybe")} hint=${words.t("results.maybeHint")} />`}
    ${left > 0 && drawn === limit && html`<button class="button results-more" onClick=${onMore}>${words.t("results.more", { n: Math.min(left, PAGE) })}</button>`}
  `;
}

/** @param {{results: import('../../lib/results.js').Result[], count: number, title: ?string, hint?: string}} props - count: how many of them are drawn */
const Group = steady(function Group({ results, count, title, hint }) {
  const { words } = useHere();
  if (results.length === 0) return null;
  const say = (/** @type {import('../../lib/filters.js').Why} */ why) => describeWhy(words, why);
  return html`<section class="results-group">
    ${title && html`<h2>${title}</h2>`}
    ${hint && html`<p class="results-hint">${hint}</p>`}
    <div class="cards">
      ${results.slice(0, count).map(({ place, notes, unknown }) => html`<${PlaceCard} place=${place} heading=${title ? "h3" : "h2"} notes=${notes.map(say)} unknown=${unknown.map(say)} key=${place.id} />`)}
    </div>
  </section>`;
});
