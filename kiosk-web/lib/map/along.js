import { distance } from "../geo.js";

/** @typedef {import('../geo.js').Position} Position */

/**
 * Where one is on a line after a part of the way.
 * @param {Position[][]} segments
 * @param {number} part - from 0, the start, to 1, the end
 * @returns {Position}
 */
export function positionAlong(segments, part) {
  const pieces = segments.flatMap((segment) => segment.slice(1).map((to, i) => ({ from: segment[i], to, length: distance(segment[i], to) })));
  let left = pieces.reduce((sum, { length }) => sum + length, 0) * Math.min(1, Math.max(0, part));
  for (const { from, to, length } of pieces) {
    if (left <= length) {
      const done = length === 0 ? 0 : left / length;
      return { lat: from.lat + (to.lat - from.lat) * done, lon: from.lon + (to.lon - from.lon) * done };
    }
    left -= length;
  }
  return /** @type {Position} */ (segments.at(-1)?.at(-1));
}

const OVER_M = 150; // shorter, a receiver's error in height makes slopes that aren't there

/**
 * Height and slope at a distance from the start.
 * @param {{distances_m: number[], elevations_m: number[]}} profile
 * @param {number} metres
 * @returns {{elevation_m: number, slope: number}} slope: rise over run, negative going down
 */
export function heightAt(profile, metres) {
  const end = profile.distances_m.at(-1) ?? 0;
  const before = Math.max(0, metres - OVER_M / 2);
  const after = Math.min(end, metres + OVER_M / 2);
  const run = after - before;
  return { elevation_m: height(profile, metres), slope: run > 0 ? (height(profile, after) - height(profile, before)) / run : 0 };
}

/**
 * @param {{distances_m: number[], elevations_m: number[]}} profile
 * @param {number} metres
 */
function height({ distances_m: distances, elevations_m: elevations }, metres) {
  const next = distances.findIndex((far) => far >= metres);
  if (next === -1) return elevations.at(-1) ?? 0;
  if (next === 0) return elevations[0];
  const part = (metres - distances[next - 1]) / (distances[next] - distances[next - 1] || 1);
  return elevations[next - 1] + (elevations[next] - elevations[next - 1]) * part;
}

/**
 * A slope in a word: what legs say, not what instruments do.
 * @param {number} slope
 * @returns {"flat" | "up" | "steepUp" | "down" | "steepDown"}
 */
export function slopeWord(slope) {
  if (Math.abs(slope) < 0.02) return "flat";
  if (slope > 0) return slope < 0.08 ? "up" : "steepUp";
  return slope > -0.08 ? "down" : "steepDown";
}
