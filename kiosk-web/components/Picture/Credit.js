import { html } from "../../vendor/preact-htm.js";

/**
 * Who took it, on the picture itself. Drawings of the office's own hand have no credit.
 * @param {{picture: import('../../lib/api.js').Picture}} props
 */
export function Credit({ picture: { credit, licence } }) {
  return credit ? html`<figcaption class="credit">© ${[credit, licence].filter(Boolean).join(", ")}</figcaption>` : null;
}
