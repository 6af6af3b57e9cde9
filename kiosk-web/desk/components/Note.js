import { html, useState } from "../../vendor/preact-htm.js";
import { Box } from "./Box.js";
import { useDesk } from "./context.js";

/** What should be known of today when its figures are read. */
export function Note() {
  const { counter, t } = useDesk();
  const [text, setText] = useState("");
  const keep = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (text.trim() !== "") counter.note(text.trim());
  };
  return html`<${Box} title=${t("note.title")} onClose=${() => counter.update({ dialog: null })}>
    <form onSubmit=${keep}>
      <label>${t("note.label")}<input class="field" maxlength="300" autocomplete="off" autofocus placeholder=${t("note.example")} value=${text} onInput=${(/** @type {any} */ event) => setText(event.target.value)} /></label>
      <p class="box-buttons"><button class="button button-main" aria-disabled=${text.trim() === "" ? "true" : undefined}>${t("note.keep")}</button></p>
    </form>
  <//>`;
}
