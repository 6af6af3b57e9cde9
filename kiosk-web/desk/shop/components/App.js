import { html, useEffect } from "../../../vendor/preact-htm.js";
import { Box } from "../../components/Box.js";
import { DeskContext, useStateOf } from "../../components/context.js";
import { Login } from "../../components/Login.js";
import { Banner } from "./Banner.js";
import { Basket } from "./Basket.js";
import { DayBox } from "./DayBox.js";
import { DiscountBox } from "./DiscountBox.js";
import { Done } from "./Done.js";
import { ParkBox, ParkedBox } from "./Parking.js";
import { Pay } from "./Pay.js";
import { Products } from "./Products.js";
import { Said } from "./Said.js";
import { Sent } from "./Sent.js";
import { TicketsBox } from "./TicketsBox.js";
import { ToBasket } from "./ToBasket.js";
import { Top } from "./Top.js";

/** @param {{shop: import('../shop.js').Shop}} props */
export function App({ shop }) {
  const state = useStateOf(shop);
  useEffect(() => {
    addEventListener("keydown", toSearch);
    return () => removeEventListener("keydown", toSearch);
  }, []);
  const t = (/** @type {string} */ path, /** @type {any} */ values) => state.words.t(path, values);
  return html`<${DeskContext.Provider} value=${{ counter: shop, state, t }}>
    <div class="shop-screen">${page(state, t)}</div>
    ${state.paper && html`<pre class="paper">${state.paper}</pre>`}
  <//>`;
}

/**
 * What a scanner types goes to the search, wherever the focus is, unless something is being written.
 * @param {KeyboardEvent} event
 */
function toSearch({ key, ctrlKey, metaKey, altKey, target }) {
  if (ctrlKey || metaKey || altKey || key.length !== 1 || key === " ") return;
  if (target instanceof Element && target.closest("input, textarea, select, dialog")) return;
  document.getElementById("search")?.focus();
}

/**
 * @param {any} state
 * @param {import('./context.js').Sale["t"]} t
 */
function page(state, t) {
  const { session, away, till, dialog, done, tenders, sent, asking } = state;
  if (session === "unknown") return html`<p class="loading" role="status">${away === null ? t("loading") : t("shop.away.begin")}</p>`;
  if (session === "out") return html`<${Top} /><main class="login"><h1>${t("shop.login")}</h1><${Login} /></main>`;
  if (till.mode === "external") return html`<${Top} /><main class="login"><p>${t("shop.external")}</p></main>`;
  return html`<${Top} />
    <${Banner} />
    <main class="shop">
      <${Products} />
      <${ToBasket} />
      <div class="shop-side" id="side" tabindex="-1">
        ${done ? html`<${Done} />` : tenders ? html`<${Pay} />` : html`<${Basket} />`}
        ${!dialog && html`<${Said} />`}
      </div>
    </main>
    ${session === "over" && html`<${Box} title=${t("login.over")}><p>${t("shop.loginKept")}</p><${Login} /><//>`}
    ${session === "in" && sent && (away !== null || !asking) && html`<${Sent} />`}
    ${dialog?.name === "discount" && html`<${DiscountBox} index=${dialog.index} />`}
    ${dialog?.name === "park" && html`<${ParkBox} />`}
    ${dialog?.name === "parked" && html`<${ParkedBox} />`}
    ${dialog?.name === "tickets" && html`<${TicketsBox} ...${dialog} />`}
    ${dialog?.name === "day" && html`<${DayBox} />`}`;
}
