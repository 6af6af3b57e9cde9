import { html, useState } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { heightAt, positionAlong, slopeWord } from "../../lib/map/along.js";
import { Drawing } from "./Drawing.js";
import { Table } from "./Table.js";

const STEPS = 40; // that keys make along the way

/**
 * The relief along the way. A finger or the arrow keys go along it: words say how far, how high and how steep, and whoever draws
 * the way is told where that is. The same heights stand in a table.
 *
 * @param {object} props
 * @param {{distances_m: number[], elevations_m: number[]}} props.profile
 * @param {import('../../lib/api.js').Line} props.line
 * @param {(position: ?import('../../lib/geo.js').Position) => void} props.onFinger - null: nobody is on the way any more
 * @param {boolean} [props.table]
 */
export function Profile({ profile, line, onFinger, table = true }) {
  const { words } = useHere();
  const [at_m, setAt] = useState(/** @type {?number} */ (null));
  const length = profile.distances_m.at(-1) ?? 0;
  const go = (/** @type {number} */ metres) => {
    const at = Math.max(0, Math.min(length, metres));
    setAt(at);
    onFinger(positionAlong(line.segments, length > 0 ? at / length : 0));
  };
  const reading = at_m === null ? words.t("maps.profileHint") : read(words, profile, at_m);
  const key = (/** @type {KeyboardEvent} */ event) => {
    const step = length / STEPS;
    const moves = { ArrowRight: step, ArrowUp: step, ArrowLeft: -step, ArrowDown: -step, PageUp: step * 5, PageDown: -step * 5, Home: -Infinity, End: Infinity };
    const move = moves[/** @type {"Home"} */ (event.key)];
    if (move === undefined) return;
    event.preventDefault();
    go((at_m ?? 0) + move);
  };
  return html`<figure class="profile">
    <p class="profile-reading" aria-hidden="true">${reading}</p>
    <${Drawing} profile=${profile} at_m=${at_m} onFinger=${go} onKey=${key} reading=${reading} />
    ${table && html`<${Table} profile=${profile} />`}
  </figure>`;
}

/**
 * @param {import('../../lib/i18n.js').Translator} words
 * @param {{distances_m: number[], elevations_m: number[]}} profile
 * @param {number} metres
 */
function read(words, profile, metres) {
  const { elevation_m, slope } = heightAt(profile, metres);
  const word = slopeWord(slope);
  const percent = words.number(Math.abs(slope), { style: "percent" });
  const values = { elevation: words.metres(Math.round(elevation_m)), slope: words.t(`maps.slope.${word}`, { percent }) };
  return metres < 25 ? words.t("maps.atStart", values) : words.t("maps.onTheWay", { ...values, distance: words.distance(metres) });
}
