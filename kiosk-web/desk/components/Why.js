import { html, useState } from "../../vendor/preact-htm.js";
import { Box } from "./Box.js";
import { useDesk } from "./context.js";

const USUAL = ["why.double", "why.mistake", "why.trial"];

/**
 * Nothing is deleted: what doesn't count any more says why.
 * @param {{item: import('../recent.js').Item}} props
 */
export function Why({ item }) {
  const { counter, t } = useDesk();
  const [other, setOther] = useState("");
  const say = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (other.trim() !== "") counter.void(item, other.trim());
  };
  return html`<${Box} title=${t("why.title")} onClose=${() => counter.update({ dialog: null })}>
    <p><b>${item.words}</b></p>
    <p class="why-usual">${USUAL.map((why) => html`<button type="button" class="button" onClick=${() => counter.void(item, t(why))}>${t(why)}</button>`)}</p>
    <form onSubmit=${say}>
      <label>${t("why.other")}<input class="field" maxlength="200" autocomplete="off" value=${other} onInput=${(/** @type {any} */ event) => setOther(event.target.value)} /></label>
      <p class="box-buttons"><button class="button" aria-disabled=${other.trim() === "" ? "true" : undefined}>${t("why.say")}</button></p>
    </form>
  <//>`;
}
