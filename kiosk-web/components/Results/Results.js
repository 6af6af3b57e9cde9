import { html, useMemo } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { PAGE } from "../../lib/finding.js";
import { here } from "../../lib/here.js";
import { bestKnownFirst, find, ordered } from "../../lib/results.js";
import { ListOrMap } from "../ListOrMap/ListOrMap.js";
import { PlaceCard } from "../PlaceCard/PlaceCard.js";
import { describeWhy } from "../../lib/why.js";
import { FitDialog } from "../Fit/FitDialog.js";
import { Loosen } from "./Loosen.js";
import { Refine } from "./Refine.js";
import { Sorting } from "./Sorting.js";

/**
 * Places with what was chosen of them: those that fit, then those that may. The one list of all pages.
 * @param {{places: import('../../lib/api.js').Summary[], theme?: string}} props - theme: when all places are of one
 */
export function Results({ places, theme }) {
  const { state, screen, words, catalogue } = useHere();
  const { chosen, order, drawn } = state.finding;
  const { now, dialog } = state;
  const from = here(/** @type {import('../../lib/api.js').Catalogue} */ (catalogue), screen.session.screen);
  const found = useMemo(() => {
    const { fits, maybe } = find(ordered(places, order, { from, collator: words.collator }), chosen, { now, from });
    return { fits, maybe: order === "near" ? bestKnownFirst(maybe) : maybe };
  }, [places, chosen, order, now, from, words]);

  const { fits, maybe } = found;
  const both = useMemo(() => [...fits, ...maybe].map(({ place }) => place), [found]);
  const list = theme ?? "all";
  const limit = drawn[list] ?? PAGE;
  const left = fits.length + maybe.length - limit;
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
      <${Group} results=${fits.slice(0, limit)} title=${maybe.length > 0 ? words.t("results.fits") : null} />
      ${maybe.length > 0 && limit > fits.length && html`<${Group} results=${maybe.slice(0, limit - fits.length)} title=${words.t("results.maybe")} hint=${words.t("results.maybeHint")} />`}
      ${left > 0 && html`<button class="button results-more" onClick=${() => screen.parts.finding.showMore(list)}>${words.t("results.more", { n: Math.min(left, PAGE) })}</button>`}
    <//>`}
    ${dialog === "fit" && html`<${FitDialog} places=${places} theme=${theme} from=${from} />`}
  </section>`;
}

/** @param {{results: import('../../lib/results.js').Result[], title: ?string, hint?: string}} props */
function Group({ results, title, hint }) {
  const { words } = useHere();
  if (results.length === 0) return null;
  const say = (/** @type {import('../../lib/filters.js').Why} */ why) => describeWhy(words, why);
  return html`<section class="results-group">
    ${title && html`<h2>${title}</h2>`}
    ${hint && html`<p class="results-hint">${hint}</p>`}
    <div class="cards">
      ${results.map(({ place, notes, unknown }) => html`<${PlaceCard} place=${place} heading=${title ? "h3" : "h2"} notes=${notes.map(say)} unknown=${unknown.map(say)} key=${place.id} />`)}
    </div>
  </section>`;
}
