import { html, useEffect, useRef } from "../../../vendor/preact-htm.js";
import { Icon } from "../../../components/Icon/Icon.js";
import { plain } from "../../line.js";
import { euros } from "../money.js";
import { labelOf } from "../shop.js";
import { useShop } from "./context.js";
import { Drawing } from "./Drawing.js";

/** All that is sold, to touch, to search and to scan. */
export function Products() {
  const { shop, state, t } = useShop();
  const { products, stock, query, words, session, status } = state;
  const field = useRef(/** @type {?HTMLInputElement} */ (null));
  useEffect(() => {
    if (session === "in" && !matchMedia("(pointer: coarse)").matches) field.current?.focus();
  }, [session]);
  const shown = products
    .map((/** @type {any} */ product) => ({ ...product, label: labelOf(product, words.lang) }))
    .filter((/** @type {any} */ { code, label, barcode }) => plain(`${label} ${code} ${barcode ?? ""}`).includes(plain(query.trim())))
    .sort((/** @type {any} */ a, /** @type {any} */ b) => words.collator.compare(a.label, b.label));
  const press = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (input.value.trim() === "") shop.selling.pay();
    else if (!shop.pick(input.value, shown)) input.select(); // the next code takes its place
  };
  return html`<section class="products" aria-label=${t("shop.products")}>
    <div class="search">
      <label class="hidden" for="search">${t("shop.search.label")}</label>
      <${Icon} name="search" class="search-sign" />
      <input id="search" ref=${field} class="field search-field" type="text" autocomplete="off" autocapitalize="none" autocorrect="off" spellcheck=${false} enterkeyhint="done"
        placeholder=${t("shop.search.example")} value=${query} onInput=${(/** @type {any} */ event) => shop.search(event.target.value)} onKeyDown=${press} />
      ${query !== "" && html`<button type="button" class="line-clear" aria-label=${t("shop.search.clear")} onClick=${() => (shop.search(""), field.current?.focus())}><${Icon} name="x" /></button>`}
    </div>
    ${status && products.length === 0 && html`<p class="nothing">${t("shop.noProducts")}</p>`}
    ${products.length > 0 && shown.length === 0 && html`<p class="nothing" role="status">${t("shop.search.none", { query })}</p>`}
    <ul class="grid">
      ${shown.map((/** @type {any} */ product) => html`<li key=${product.code}>
        <button type="button" class="product" onClick=${() => shop.add(product.code)}>
          <${Drawing} product=${product} />
          <span class="product-label">${product.label}</span>
          <span class="product-price">${euros(state, product.price)}</span>
          ${product.stocked && html`<span class=${`product-stock ${(stock[product.code] ?? 0) <= 0 ? "product-out" : ""}`}>${t("shop.stock", { n: stock[product.code] ?? 0 })}</span>`}
        </button>
      </li>`)}
    </ul>
  </section>`;
}
