import { html } from "../../vendor/preact-htm.js";
import { useDesk } from "./context.js";

const PEOPLE = [1, 2, 3, 4, 5, 6];

/** Too many people to ask: they are counted with one touch each. And what should be known of the day. */
export function Rush() {
  const { counter, t } = useDesk();
  return html`<section class="rush" aria-labelledby="rush-title">
    <h2 id="rush-title">${t("rush.title")}</h2>
    <p class="quiet">${t("rush.why")}</p>
    <div class="rush-buttons">
      ${PEOPLE.map((people) => html`<button type="button" key=${people} class="button" aria-label=${t("kind.tally", { n: people })} onClick=${() => counter.tally(people)}>+${people}</button>`)}
    </div>
    <button type="button" class="button rush-note" onClick=${() => counter.update({ dialog: { name: "note" } })}>${t("note.title")}</button>
  </section>`;
}
