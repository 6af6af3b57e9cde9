import { html } from "../../vendor/preact-htm.js";
import { Icon } from "../../components/Icon/Icon.js";
import { LANGUAGES as NAMES } from "../../lib/i18n.js";
import { LANGUAGES } from "../preferences.js";
import { useDesk } from "./context.js";

/**
 * A button over the page, or a link to another one. Where there is no room for its name, a mouse that waits is told it.
 * @param {{icon: string, name: string, href?: string, onClick?: () => void} & Object<string, unknown>} props
 */
export function TopButton({ icon, name, href, ...more }) {
  const inner = html`<${Icon} name=${icon} /><span class="top-name">${name}</span>`;
  if (href) return html`<a class="button button-small top-button" title=${name} href=${href} ...${more}>${inner}</a>`;
  return html`<button type="button" class="button button-small top-button" title=${name} ...${more}>${inner}</button>`;
}

/** What is set once, and the end of the session. */
export function TopSettings() {
  const { counter, state, t } = useDesk();
  const other = /** @type {"fr" | "en"} */ (LANGUAGES.find((lang) => lang !== state.words.lang));
  return html`<${TopButton} icon="contrast" name=${t("contrast")} aria-pressed=${String(state.contrast)} onClick=${() => counter.contrast(!state.contrast)} />
    <${TopButton} icon="languages" name=${NAMES[other].name} lang=${other} onClick=${() => counter.speak(other)} />
    ${state.session !== "out" && html`<${TopButton} icon="log-out" name=${t("session.leave", { user: state.user })} onClick=${() => counter.logout()} />`}`;
}
