import { html } from "../../vendor/preact-htm.js";
import { Icon } from "../../components/Icon/Icon.js";
import { useModal } from "../../components/useModal.js";
import { useDesk } from "./context.js";

/**
 * The browser's own modal dialog.
 * @param {{title: string, onClose?: () => void, children?: any}} props - without onClose it stays until what it asks for is done, however
 *   often Escape is pressed
 */
export function Box({ title, onClose, children }) {
  const { t } = useDesk();
  const box = useModal();
  const cancel = (/** @type {Event} */ event) => {
    event.preventDefault();
    onClose?.();
  };
  return html`<dialog ref=${box} class="box" aria-labelledby="box-title" onCancel=${cancel} onClose=${() => !onClose && box.current?.showModal()}>
    <header class="box-head">
      <h2 id="box-title">${title}</h2>
      ${onClose && html`<button type="button" class="button button-small" onClick=${onClose}><${Icon} name="x" />${t("close")}</button>`}
    </header>
    ${children}
  </dialog>`;
}
