import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { href } from "../../lib/router.js";
import { Icon } from "../Icon/Icon.js";

/** What was just put in the day or taken out, and how to take it back. It stays until something else is done: nobody is hurried. */
export function DayTray() {
  const { state, screen, words, catalogue } = useHere();
  const { said, ids } = state.day;
  const day = screen.parts.day;
  const name = said && (catalogue?.places.find(({ id }) => id === said.id)?.name.text ?? "");
  return html`<div class="tray-place" role="status">
    ${said &&
    html`<div class="tray">
      <p>${words.t(`day.said.${said.what}`, { name: name ?? "" })}</p>
      ${said.what !== "full" && html`<button class="button" onClick=${() => day.undo()}><${Icon} name="undo-2" />${words.t("day.undo")}</button>`}
      ${ids.length > 0 && state.route.page !== "day" && html`<a class="button button-main" href=${href({ page: "day", lang: words.lang })}>${words.t("day.see")}</a>`}
      <button class="tray-close" aria-label=${words.t("nav.close")} onClick=${() => day.dismiss()}><${Icon} name="x" /></button>
    </div>`}
  </div>`;
}
