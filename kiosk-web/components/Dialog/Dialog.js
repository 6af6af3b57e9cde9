import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { useModal } from "../useModal.js";
import { Icon } from "../Icon/Icon.js";

/**
 * The browser's own modal dialog: it holds the focus, gives it back, and Escape closes it.
 * @param {{title: string, onClose: () => void, full?: boolean, children?: any}} props - full: it takes the whole screen
 */
export function Dialog({ title, onClose, full = false, children }) {
  const { words } = useHere();
  const box = useModal();
  const cancel = (/** @type {Event} */ event) => {
    event.preventDefault();
    onClose();
  };
  const outside = (/** @type {Event} */ event) => event.target === box.current && onClose();
  return html`<dialog ref=${box} class=${`dialog ${full ? "dialog-full" : ""}`} aria-labelledby="dialog-title" onCancel=${cancel} onClick=${outside}>
    <div class="dialog-content">
      <header class="dialog-head">
        <h2 id="dialog-title" tabindex="-1" autofocus>${title}</h2>
        <button class="dialog-close" onClick=${onClose} aria-label=${words.t("nav.close")}><${Icon} name="x" /></button>
      </header>
      ${children}
    </div>
  </dialog>`;
}
