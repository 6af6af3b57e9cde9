import { html } from "../../../vendor/preact-htm.js";
import { Icon } from "../../../components/Icon/Icon.js";
import { euros } from "../money.js";
import { useShop } from "./context.js";

/** Where the basket lies under all that is sold, as on a phone: what is in it stays in sight, and leads there. */
export function ToBasket() {
  const { shop, state, t } = useShop();
  const { count, total } = shop.priced;
  return count > 0 && html`<a class="button button-main to-basket" href="#side">
    <${Icon} name="shopping-basket" /><span>${t("shop.basket.count", { n: count })}</span><b>${euros(state, total)}</b>
  </a>`;
}
