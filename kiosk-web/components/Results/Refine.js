import { html, useMemo } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { filterNamed } from "../../lib/filters.js";
import { usefulFilters } from "../../lib/results.js";
import { Icon } from "../Icon/Icon.js";

/**
 * What was chosen, each removed by a touch; then what else can be asked of these places.
 * @param {{places: import('../../lib/api.js').Summary[], theme?: string, from: import('../../lib/api.js').Position}} props
 */
export function Refine({ places, theme, from }) {
  const { state, screen, words } = useHere();
  const { chosen } = state.finding;
  const { now } = state;
  const here = (/** @type {string} */ id) => {
    const kind = filterNamed(id)?.kind;
    return kind === undefined || kind === theme;
  };
  const useful = useMemo(() => (theme ? usefulFilters(places, chosen, { now, from }, theme) : []), [places, chosen, now, from, theme]);
  const toggle = (/** @type {string} */ id) => () => screen.parts.finding.toggle(id, theme);
  return html`<div class="refine" role="group" aria-label=${words.t("list.filters")}>
    <button class="refine-all" aria-haspopup="dialog" onClick=${() => screen.open("fit")}><${Icon} name="sliders-horizontal" />${words.t("results.choices")}</button>
    ${chosen.filter(here).map((id) => html`<button class="filter" aria-pressed="true" onClick=${toggle(id)} key=${id}>${words.t(`filter.${id}`)}<${Icon} name="x" /></button>`)}
    ${useful.map(({ id, icon }) => html`<button class="filter" aria-pressed="false" onClick=${toggle(id)} key=${id}><${Icon} name=${icon} />${words.t(`filter.${id}`)}</button>`)}
  </div>`;
}
