import { html, useMemo } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { loosen } from "../../lib/results.js";
import { Icon } from "../Icon/Icon.js";

const PROPOSED = 3;

/**
 * Nothing fits all that was chosen: which single choice to give up, and what that gives.
 * @param {{places: import('../../lib/api.js').Summary[], from: import('../../lib/api.js').Position, maybe: number}} props - maybe: how many places may fit
 */
export function Loosen({ places, from, maybe }) {
  const { state, screen, words } = useHere();
  const { chosen } = state.finding;
  const { now } = state;
  const ways = useMemo(() => loosen(places, chosen, { now, from }), [places, chosen, now, from]);
  // With places that may fit in sight, giving a choice up must bring something surer.
  const worth = ways.filter(({ fits }) => maybe === 0 || fits > 0).slice(0, PROPOSED);
  if (maybe > 0 && worth.length === 0) return null;
  return html`<section class="loosen">
    <${Icon} name="binoculars" class="loosen-icon" />
    <div>
      <h2>${words.t(maybe > 0 ? "results.nothingSure" : "list.empty")}</h2>
      <p>${words.t("list.emptyHint")}</p>
      <p class="loosen-ways">
        ${worth.map(({ id, fits, n }, i) => html`<button class=${`button ${i === 0 ? "button-main" : ""}`} onClick=${() => screen.parts.finding.remove(id)} key=${id}>
          ${words.t("results.without", { choice: words.t(`filter.${id}`), ideas: words.t("list.count", { n: fits || n }) })}
        </button>`)}
        ${chosen.length > 1 && html`<button class="button" onClick=${() => screen.parts.finding.clear()}>${words.t("list.clear")}</button>`}
      </p>
    </div>
  </section>`;
}
