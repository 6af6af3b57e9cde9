/** What a code leads to, on the visitor's own phone: `/p/{code}` a place, `/d/{code}-{code}…` a day. */
import { html, render } from "../vendor/preact-htm.js";
import { Phone } from "./Phone.js";

const [, kind, codes] = location.pathname.split("/");
const app = /** @type {HTMLElement} */ (document.getElementById("app"));
render(html`<${Phone} isDay=${kind === "d"} codes=${[...new Set(codes.split("-"))]} />`, app);
