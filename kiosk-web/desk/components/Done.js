import { html } from "../../vendor/preact-htm.js";
import { Icon } from "../../components/Icon/Icon.js";
import { useDesk } from "./context.js";

/** What was done last, and how to take it back; before anything was, what can be typed. */
export function Done() {
  const { counter, state, t } = useDesk();
  const { said } = state;
  if (!said) return html`<p class="done done-idle">${t("done.idle")}</p>`;
  if (said.kind === "refused") return html`<p class="done done-refused"><${Icon} name="triangle-alert" /><span>${said.words}</span></p>`;
  const item = said.item ?? counter.recent.find(({ id }) => id === said.id);
  return html`<div class="done">
    <${Icon} name=${said.kind === "undone" ? "undo-2" : "check"} />
    <p><b>${t(`done.${progress(state)}`)}</b> <span class=${said.kind === "undone" ? "done-undone" : ""}>${said.words}</span></p>
    <p class="done-buttons">
      ${said.kind === "recorded" && item && html`<button type="button" class="button button-small" onClick=${() => counter.undo()}><${Icon} name="undo-2" />${t("undo")}</button>`}
      ${said.kind === "recorded" && item?.line && html`<button type="button" class="button button-small" onClick=${() => counter.amend(item)}>${t("amend")}</button>`}
      ${said.kind === "undone" && item?.line && html`<button type="button" class="button button-small" onClick=${() => counter.amend(item)}>${t("done.again")}</button>`}
    </p>
  </div>`;
}

/**
 * Nothing is said to be recorded before the server's disk has it.
 * @param {any} state
 */
export function progress({ said, waiting, away }) {
  if (said.kind !== "recorded") return said.kind;
  if (!waiting.some((/** @type {{id: string}} */ { id }) => id === said.id)) return "recorded";
  return away ? "waits" : "sending";
}
