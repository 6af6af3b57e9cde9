import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { Icon } from "../Icon/Icon.js";
import { Text } from "../Text/Text.js";

/**
 * What isn't certain, said as such.
 * @param {{items: import('../../lib/api.js').ToCheck[], children?: any}} props
 */
export function ToCheck({ items, children }) {
  const { words } = useHere();
  return html`<section class="to-check" aria-labelledby="to-check-title">
    <h2 id="to-check-title"><${Icon} name="circle-question-mark" />${words.t("place.toCheck")}</h2>
    <p>${words.t("place.toCheckHint")}</p>
    ${children}
    <dl>
      ${items.map(
        ({ field, note }) => html`<div>
          <dt>${words.t(`field.${field}`)}</dt>
          ${note && html`<dd><${Text} of=${note} /></dd>`}
        </div>`,
      )}
    </dl>
  </section>`;
}
