import { html } from "../vendor/preact-htm.js";

/**
 * An icon beside a text that says the same: screen readers skip it. Its sheet holds only what this page shows.
 * @param {{name: string}} props
 */
export const Icon = ({ name }) => html`<svg class="icon" aria-hidden="true" focusable="false"><use href=${`/vendor/phone-icons.svg#${name}`} /></svg>`;
