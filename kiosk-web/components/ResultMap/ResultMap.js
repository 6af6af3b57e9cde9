import { html, useCallback, useEffect, useState } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { Map } from "../Map/Map.js";
import { Cards } from "./Cards.js";
import { PlaceRows } from "./PlaceRows.js";

/**
 * The places of a list on a map, and the same places as a list beside it.
 * @param {{places: import('../../lib/api.js').Summary[]}} props - the nearest first
 */
export function ResultMap({ places }) {
  const { state, screen, words } = useHere();
  const { maps } = screen.parts;
  const [together, setTogether] = useState(/** @type {import('../../lib/api.js').Summary[]} */ ([]));
  const place = places.find(({ id }) => id === state.maps.chosen) ?? null;
  const choose = useCallback((/** @type {?string} */ id) => {
    setTogether([]);
    maps.choose(id);
  }, []);
  const touch = (/** @type {import('../../lib/api.js').Summary[]} */ found) => {
    choose(found.length === 1 ? found[0].id : null);
    if (found.length > 1) setTogether(found);
  };
  useEffect(() => setTogether([]), [places.length]);
  return html`<div class="map-split">
    <${Map} label=${words.t("maps.label", { n: places.length })} places=${places} chosen=${place?.id ?? null} onTouch=${touch} address=${`${state.route.page}/${state.route.id ?? ""}`}>
      <${Cards} found=${place ? [place] : together} onChoose=${choose} />
    <//>
    <section class="map-split-side" aria-label=${words.t("maps.list")}>
      <${PlaceRows} places=${places} chosen=${place?.id ?? null} onChoose=${choose} />
    </section>
  </div>`;
}
