import { html } from "../../vendor/preact-htm.js";
import { Icon } from "../Icon/Icon.js";

const ICONS = { open: "circle-check", soon: "clock", closed: "clock", plain: "clock", check: "phone" };

/** @param {{status: {tone: import('../../lib/status.js').Tone, text: string, detail: ?string}}} props */
export function StatusLine({ status }) {
  return html`<span class=${`status status-${status.tone}`}>
    <${Icon} name=${ICONS[status.tone]} />
    <span><b>${status.text}</b>${status.detail && html`<span class="status-detail">${` · ${status.detail}`}</span>`}</span>
  </span>`;
}
