import { html, useState } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { Icon } from "../Icon/Icon.js";
import { Map } from "../Map/Map.js";
import { Profile } from "../Profile/Profile.js";
import { Cards } from "../ResultMap/Cards.js";
import { PlaceRows } from "../ResultMap/PlaceRows.js";
import { Text } from "../Text/Text.js";
import { nearest } from "../../lib/geo.js";
import { reach } from "../Nearby/around.js";

/**
 * A place and its way on the whole screen, with its steps, its relief, and what is worth a detour.
 * @param {{place: import('../../lib/api.js').Summary & Partial<import('../../lib/api.js').Details>}} props
 */
export function PlaceMap({ place }) {
  const { state, screen, words, catalogue } = useHere();
  const [found, setFound] = useState(/** @type {import('../../lib/api.js').Summary[]} */ ([]));
  const [finger, setFinger] = useState(/** @type {?import('../../lib/geo.js').Position} */ (null));
  const steps = (place.steps ?? []).map((step, index) => ({ step, number: index + 1 })).filter(({ step }) => step.position);
  const numbered = steps.length > 1 ? steps : [];
  const from = place.line?.segments ?? [[place.position]];
  const around = (catalogue?.places ?? []).filter(({ id, kind }) => id !== place.id && ["cellar", "heritage"].includes(kind));
  const reach_m = reach(place);
  const near = nearest(around, from, reach_m).map((one) => one.place);
  const nearby = state.maps.nearby ? near : [];
  const choose = (/** @type {?string} */ id) => setFound(nearby.filter((other) => other.id === id));
  const way = {
    kind: place.kind,
    line: place.line ?? null,
    steps: numbered.map(({ step, number }) => ({ number, position: /** @type {import('../../lib/geo.js').Position} */ (step.position) })),
  };
  const note = place.line ? (place.line.kind === "schematic" ? "map.schematic" : "map.recorded") : place.position.accuracy === "village" ? "map.near" : null;
  return html`<div class=${`map-split place-map theme-${place.kind}`}>
    <div class="place-map-main">
      <${Map}
        label=${words.t("maps.ofPlace", { name: place.name.text })}
        places=${numbered.length > 0 ? [] : [place]}
        nearby=${nearby}
        way=${way}
        chosen=${found.length === 1 ? found[0].id : null}
        finger=${finger}
        onTouch=${(/** @type {import('../../lib/api.js').Summary[]} */ places) => setFound(places.filter(({ id }) => id !== place.id))}
        address=${`place/${place.id}`}
      >
        <${Cards} found=${found} onChoose=${choose} />
      <//>
      ${place.profile && place.line && html`<${Profile} profile=${place.profile} line=${place.line} onFinger=${setFinger} table=${false} />`}
    </div>
    <div class="map-split-side place-map-side">
      ${note && html`<p class="note">${words.t(note)}</p>`}
      ${near.length > 0 &&
      html`<button class="filter" aria-pressed=${state.maps.nearby ? "true" : "false"} onClick=${() => screen.parts.maps.toggleNearby(place.id)}>
        <${Icon} name=${state.maps.nearby ? "circle-check" : "binoculars"} />${words.t("maps.nearby", { n: near.length, distance: words.distance(reach_m) })}
      </button>`}
      ${nearby.length > 0 && html`<${PlaceRows} places=${nearby} chosen=${found.length === 1 ? found[0].id : null} onChoose=${choose} />`}
      ${numbered.length > 0 &&
      html`<h3>${words.t("map.steps")}</h3>
        <ol class="place-map-steps" role="list">${numbered.map(({ step, number }) => html`<li><b>${number}</b><${Text} of=${step.name} /></li>`)}</ol>`}
    </div>
  </div>`;
}
