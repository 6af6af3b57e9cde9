import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { Icon } from "../Icon/Icon.js";
import { Text } from "../Text/Text.js";

const ICONS = {
  parking: "square-parking", water: "droplets", food: "utensils", shop: "shopping-basket", toilets: "toilet", picnic: "trees", shade: "umbrella",
  "bike-hire": "bike", camping: "tent", station: "train-front", viewpoint: "binoculars",
};

/** @param {{steps: import('../../lib/api.js').Step[]}} props */
export function Steps({ steps }) {
  const { words } = useHere();
  return html`<ol class="steps" role="list">
    ${steps.map(
      (step, index) => html`<li class="step" key=${index}>
        <span class="step-number" aria-hidden="true">${index + 1}</span>
        <div class="step-text">
          <h3><${Text} of=${step.name} /></h3>
          ${step.distance_m !== undefined && step.distance_m > 0 && html`<span class="step-distance">${words.t("place.distanceFromStart", { distance: words.distance(step.distance_m) })}</span>`}
          ${step.note && html`<p><${Text} of=${step.note} /></p>`}
          ${step.services.length > 0 &&
          html`<ul class="chips" role="list">
            ${step.services.map((service) => html`<li class="chip"><${Icon} name=${ICONS[/** @type {"water"} */ (service)]} />${words.t(`service.${service}`)}</li>`)}
          </ul>`}
        </div>
      </li>`,
    )}
  </ol>`;
}
