import { html } from "../../vendor/preact-htm.js";
import { useDesk } from "./context.js";
import { clock } from "./clock.js";

const MOST = 5;

/** What this desk recorded last; anybody here may correct it. */
export function Recent() {
  const { counter, state, t } = useDesk();
  const items = counter.recent.slice(0, MOST);
  return html`<section class="recent" aria-labelledby="recent-title">
    <h2 id="recent-title">${t("recent.title")}</h2>
    ${items.length === 0 && html`<p class="quiet">${t("recent.none")}</p>`}
    <ol class="recent-list">
      ${items.map((item) => {
        const words = describe(item, t);
        return html`<li key=${item.id} class=${item.waits ? "recent-waits" : ""}>
          <p class="recent-words"><span class="recent-time">${clock(item.at, state)}</span> ${words}
            ${item.waits && html` <span class="tag">${t(item.fact ? "recent.waits" : "recent.unread")}</span>`}</p>
          <p class="recent-buttons">
            ${item.line && html`<button type="button" class="button button-small" onClick=${() => counter.amend(item)}>${t("amend")}<span class="hidden"> ${words}</span></button>`}
            <button type="button" class="button button-small" onClick=${() => counter.update({ dialog: { name: "why", item: { ...item, words } } })}>${t("undo")}<span class="hidden"> ${words}</span></button>
          </p>
        </li>`;
      })}
    </ol>
  </section>`;
}

/**
 * @param {import('../recent.js').Item} item
 * @param {import('./context.js').Desk["t"]} t
 */
function describe({ words, fact }, t) {
  if (words || !fact) return words;
  if (fact.kind === "tally") return t("kind.tally", { n: fact.tally.people });
  if (fact.kind === "annotation") return fact.annotation.text;
  return t(`kind.${fact.kind}`);
}
