import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { Icon } from "../Icon/Icon.js";

/**
 * What can't be shown, said kindly, with what to do next.
 * @param {{kind: "away" | "missing", title?: boolean, onRetry?: () => void}} props - title: it is all there is on the page
 */
export function Trouble({ kind, title = false, onRetry }) {
  const { words } = useHere();
  const heading = title ? "h1" : "h2";
  return html`<section class="trouble" role="status">
    <${Icon} name=${kind === "away" ? "cloud-off" : "signpost"} class="trouble-icon" />
    <${heading} tabindex=${title ? -1 : undefined}>${words.t(kind === "away" ? "trouble.awayTitle" : "trouble.missingTitle")}<//>
    <p>${words.t(kind === "away" ? "trouble.away" : "trouble.missing")}</p>
    ${onRetry && html`<button class="button button-main" onClick=${onRetry}><${Icon} name="refresh-cw" />${words.t("trouble.retry")}</button>`}
  </section>`;
}
