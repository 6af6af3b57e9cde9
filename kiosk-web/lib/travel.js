/**
 * How long a way takes, about. This is the one place that says how fast people move: a visitor is told "about 20 min on foot",
 * never more precisely than that, because the way is guessed from the straight line.
 *
 * @typedef {"foot" | "bicycle" | "car"} Mode
 */

/**
 * Speeds of people on holiday, with the load and the stops they have; roads and paths are this much longer than the straight line;
 * a car is parked at the end.
 * @type {Record<Mode, {kmh: number, detour: number, extraMin: number}>}
 */
export const TRAVEL = {
  foot: { kmh: 4.5, detour: 1.3, extraMin: 0 },
  bicycle: { kmh: 14, detour: 1.3, extraMin: 0 },
  car: { kmh: 40, detour: 1.4, extraMin: 5 },
};

/**
 * One way. Below, the way is worth proposing to somebody who didn't ask for it.
 * @type {Record<Mode, number>} minutes
 */
export const REASONABLE_MIN = { foot: 45, bicycle: 60, car: 60 };

/**
 * One way, in whole minutes.
 * @param {number} metres - as the crow flies
 * @param {Mode} mode
 */
export function travelMinutes(metres, mode) {
  const { kmh, detour, extraMin } = TRAVEL[mode];
  return Math.max(1, Math.round(((metres / 1000) * detour * 60) / kmh + extraMin));
}

/**
 * As it is said: to the minute when it is short, else to five minutes.
 * @param {number} minutes
 */
export function about(minutes) {
  return minutes <= 10 ? Math.max(1, Math.round(minutes)) : Math.round(minutes / 5) * 5;
}
