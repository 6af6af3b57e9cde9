import { html } from "../../../vendor/preact-htm.js";
import { Box } from "../../components/Box.js";
import { useShop } from "./context.js";
import { Said } from "./Said.js";

/** The server didn't answer what was sent. Until it does nobody knows; asked again, it does it once. */
export function Sent() {
  const { shop, state, t } = useShop();
  return html`<${Box} title=${t("shop.sent.title")}>
    <p>${t("shop.sent.why")}</p>
    ${state.away && html`<p><b>${state.away}</b></p>`}
    <p class="box-buttons">
      <button type="button" class="button button-main" autofocus onClick=${() => shop.selling.again()}>${t("shop.sent.again")}</button>
      <button type="button" class="button" onClick=${() => shop.selling.look()}>${t("shop.sent.look")}</button>
    </p>
    <${Said} />
  <//>`;
}
