import { html, useState } from "../../../vendor/preact-htm.js";
import { Box } from "../../components/Box.js";
import { cents, euros, percent } from "../money.js";
import { useShop } from "./context.js";

const USUAL = ["shop.discount.damaged", "shop.discount.group", "shop.discount.gesture"];
const PERCENTS = [500, 1_000, 2_000, 5_000];

/**
 * Something off a line or off the whole ticket, and why: without a reason there is none.
 * @param {{index: ?number}} props - null: the ticket
 */
export function DiscountBox({ index }) {
  const { shop, state, t } = useShop();
  const { basket } = state;
  const before = index === null ? basket.discount : basket.lines[index].discount;
  const [isPercent, setPercent] = useState(before?.amount === undefined);
  const [value, setValue] = useState(before ? String((before.percent ?? before.amount) / 100).replace(".", ",") : "");
  const [reason, setReason] = useState(before?.reason ?? "");
  const [problem, setProblem] = useState("");
  const { lines, sum } = shop.priced;
  const most = index === null ? sum : lines[index].total + lines[index].off;
  const say = (/** @type {Event} */ event) => {
    event.preventDefault();
    const taken = isPercent ? percent(value) : cents(value);
    if (!taken || taken > (isPercent ? 10_000 : most)) return setProblem(t("shop.discount.wrong", { most: euros(state, most) }));
    if (reason.trim() === "") return setProblem(t("shop.discount.why"));
    shop.discount(index, { [isPercent ? "percent" : "amount"]: taken, reason: reason.trim() });
  };
  return html`<${Box} title=${t(index === null ? "shop.discount.ticket" : "shop.discount.line")} onClose=${() => shop.update({ dialog: null })}>
    <form class="form" onSubmit=${say}>
      <div class="choices" role="group" aria-label=${t("shop.discount.how")}>
        <button type="button" class="button" aria-pressed=${String(isPercent)} onClick=${() => setPercent(true)}>${t("shop.discount.percent")}</button>
        <button type="button" class="button" aria-pressed=${String(!isPercent)} onClick=${() => setPercent(false)}>${t("shop.discount.amount")}</button>
      </div>
      <label>${t("shop.discount.value")}<input class="field" inputmode="decimal" autocomplete="off" autofocus value=${value} onInput=${(/** @type {any} */ event) => setValue(event.target.value)} aria-describedby="discount-problem" /></label>
      ${isPercent && html`<div class="choices">${PERCENTS.map((one) => html`<button type="button" class="button" onClick=${() => setValue(String(one / 100))}>${one / 100} %</button>`)}</div>`}
      <label>${t("shop.discount.reason")}<input class="field" maxlength="200" autocomplete="off" value=${reason} onInput=${(/** @type {any} */ event) => setReason(event.target.value)} aria-describedby="discount-problem" /></label>
      <div class="choices">${USUAL.map((one) => html`<button type="button" class="button" onClick=${() => setReason(t(one))}>${t(one)}</button>`)}</div>
      <p id="discount-problem" class="login-trouble" role="alert">${problem}</p>
      <p class="box-buttons">
        <button class="button button-main">${t("shop.discount.take")}</button>
        ${before && html`<button type="button" class="button" onClick=${() => shop.discount(index, undefined)}>${t("shop.discount.none")}</button>`}
      </p>
    </form>
  <//>`;
}
