import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { href } from "../../lib/router.js";
import { Icon } from "../Icon/Icon.js";

const WAYS = /** @type {const} */ ([
  { page: "find", icon: "sliders-horizontal", title: "find.entry", hint: "find.entryHint" },
  { page: "search", icon: "search", title: "search.entry", hint: "search.entryHint" },
]);

/** The two ways to what one wants without knowing where it is filed. */
export function Ways() {
  const { words } = useHere();
  return html`<nav class="ways" aria-label=${words.t("find.ways")}>
    ${WAYS.map(({ page, icon, title, hint }) => html`<a class=${`way way-${page}`} href=${href({ page, lang: words.lang })} key=${page}>
      <${Icon} name=${icon} /><span><b>${words.t(title)}</b><span class="way-hint">${words.t(hint)}</span></span>
    </a>`)}
  </nav>`;
}
