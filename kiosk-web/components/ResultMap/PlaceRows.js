import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { steady } from "../steady.js";
import { useGrowing } from "../useGrowing.js";
import { Icon } from "../Icon/Icon.js";
import { Text } from "../Text/Text.js";
import { distance } from "../../lib/geo.js";
import { here } from "../../lib/here.js";

/** More than there is room for beside a map. */
const SEEN = 16;

/**
 * Places in few words, each showing itself on the map when touched.
 * @param {object} props
 * @param {import('../../lib/api.js').Summary[]} props.places
 * @param {?string} props.chosen
 * @param {(id: string) => void} props.onChoose
 */
export const PlaceRows = steady(function PlaceRows({ places, chosen, onChoose }) {
  const { screen, words, catalogue } = useHere();
  const drawn = useGrowing(places.length, SEEN);
  if (!catalogue) return null;
  const position = here(catalogue, screen.session.screen);
  const icons = Object.fromEntries(catalogue.themes.map(({ id, icon }) => [id, icon]));
  return html`<ul class="place-rows" role="list">
    ${places.slice(0, drawn).map(
      (place) => html`<li key=${place.id}>
        <button class=${`place-row theme-${place.kind}`} aria-pressed=${place.id === chosen ? "true" : "false"} onClick=${() => onChoose(place.id)}>
          <span class="place-row-icon"><${Icon} name=${icons[place.kind]} /></span>
          <span class="place-row-name"><${Text} of=${place.name} /></span>
          <span class="place-row-where">${place.commune} · ${words.distance(distance(position, place.position))}</span>
        </button>
      </li>`,
    )}
  </ul>`;
});
