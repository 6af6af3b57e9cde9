import { html } from "../../vendor/preact-htm.js";
import { Icon } from "../../components/Icon/Icon.js";
import { useDesk } from "./context.js";
import { clock } from "./clock.js";

/** Lines that were kept while the server was away and couldn't be read, or were refused: nothing of them is recorded yet. */
export function Aside() {
  const { counter, state, t } = useDesk();
  const { aside, editing } = state;
  const left = aside.filter((/** @type {{id: string}} */ { id }) => id !== editing?.id);
  if (left.length === 0) return null;
  return html`<section class="aside" aria-labelledby="aside-title">
    <h2 id="aside-title"><${Icon} name="triangle-alert" />${t("aside.title", { n: left.length })}</h2>
    <ul>
      ${left.map((/** @type {import('../outbox.js').Waiting} */ entry) => html`<li key=${entry.id}>
        <p><span class="recent-time">${clock(entry.at, state)}</span> <b>${entry.line ?? entry.words}</b>${entry.why && html`<br />${entry.why}`}</p>
        <p class="recent-buttons">
          ${entry.line && html`<button type="button" class="button button-small" onClick=${() => counter.amend({ ...entry, words: entry.line ?? "", aside: true })}>${t("aside.edit")}<span class="hidden"> ${entry.line}</span></button>`}
          <button type="button" class="button button-small" onClick=${() => counter.outbox.discard(entry.id)}>${t("aside.drop")}<span class="hidden"> ${entry.line ?? entry.words}</span></button>
        </p>
      </li>`)}
    </ul>
  </section>`;
}
