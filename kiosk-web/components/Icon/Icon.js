import { html } from "../../vendor/preact-htm.js";

const SPRITE = "/vendor/icons.svg";

/**
 * An icon beside a text that says the same: screen readers skip it.
 * @param {{name: string, class?: string}} props
 */
export function Icon({ name, class: className = "" }) {
  return html`<svg class=${`icon ${className}`} aria-hidden="true" focusable="false"><use href=${`${SPRITE}#${name}`} /></svg>`;
}
