import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { filtersOf } from "../../lib/filters.js";
import { Icon } from "../Icon/Icon.js";

const GROUPS = ["time", "move", "with", "wish"];

/**
 * What fits me now? Four questions, all of which may be left open.
 * @param {{theme?: string}} props - whose list is asked about
 */
export function Fit({ theme }) {
  const { state, screen, words } = useHere();
  const { chosen } = state.finding;
  return html`<div class="fit">
    ${GROUPS.map((group) => html`<section class=${`fit-group fit-${group}`} role="group" aria-labelledby=${`fit-${group}`} key=${group}>
      <h2 id=${`fit-${group}`}>${words.t(`find.${group}`)}</h2>
      <div class="fit-choices">
        ${filtersOf(group).map(({ id, icon }) => {
          const on = chosen.includes(id);
          return html`<button class="fit-choice" aria-pressed=${on ? "true" : "false"} onClick=${() => screen.parts.finding.toggle(id, theme)} key=${id}>
            <${Icon} name=${icon} /><span>${words.t(`filter.${id}`)}</span>
          </button>`;
        })}
      </div>
    </section>`)}
  </div>`;
}
