import { html } from "../../../vendor/preact-htm.js";
import { Icon } from "../../../components/Icon/Icon.js";
import { useShop } from "./context.js";

/** What a seller must know before anything else: nothing can be sold, or nothing that is sold counts. */
export function Banner() {
  const { state, t } = useShop();
  const { away, trouble, clockBack, training, status } = state;
  const late = status?.unclosed_days ?? [];
  return html`<section class="banners" aria-label=${t("shop.banners")}>
    <div role="alert">
      ${away !== null && html`<p class="banner banner-alarm"><${Icon} name="cloud-off" /><span><b>${away === "" ? t("shop.away.now") : away}</b> ${t("shop.away.kept")}</span></p>`}
      ${trouble !== null && html`<p class="banner banner-alarm"><${Icon} name="octagon-alert" /><span><b>${t("shop.trouble")}</b> ${trouble}</span></p>`}
      ${clockBack && html`<p class="banner"><${Icon} name="clock" /><span>${t("shop.clockBack")}</span></p>`}
    </div>
    ${training && html`<p class="banner banner-training"><b>FACTICE</b><span>${t("shop.training.banner")}</span><b aria-hidden="true">FACTICE</b></p>`}
    ${late.length > 0 && html`<p class="banner"><${Icon} name="triangle-alert" /><span>${t("shop.day.unclosed", { n: late.length, days: state.words.list(late.map((/** @type {string} */ day) => state.words.date(day, { day: "numeric", month: "long" }))) })}</span></p>`}
  </section>`;
}
