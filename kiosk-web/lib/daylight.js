import { wallClock } from "./opening.js";

const radians = (/** @type {number} */ degrees) => (degrees * Math.PI) / 180;
const DAY_MS = 86_400_000;
const TILT = 23.44; // of the Earth's axis, degrees
const HORIZON = -0.833; // the sun's upper edge, lifted by refraction, degrees

/**
 * Sunrise and sunset on the wall clock, good to some five minutes (declination of a circular orbit, no equation of time): enough to tell
 * whether a walk still ends by daylight.
 *
 * @param {import('./geo.js').Position} position
 * @param {string} date - YYYY-MM-DD
 * @param {string} timeZone
 * @returns {?{rise: number, set: number}} minutes after midnight; null where the sun doesn't rise or set that day
 */
export function daylight({ lat, lon }, date, timeZone) {
  const midnight = Date.parse(`${date}T00:00Z`);
  const day = (midnight - Date.parse(`${date.slice(0, 4)}-01-01T00:00Z`)) / DAY_MS;
  const declination = radians(-TILT * Math.cos((2 * Math.PI * (day + 10)) / 365.25));
  const cosine =
    (Math.sin(radians(HORIZON)) - Math.sin(radians(lat)) * Math.sin(declination)) / (Math.cos(radians(lat)) * Math.cos(declination));
  if (Math.abs(cosine) > 1) return null;
  const half = (Math.acos(cosine) / (2 * Math.PI)) * 1440;
  const noon = wallClock(timeZone, new Date(midnight + (720 - lon * 4) * 60_000)).minute;
  return { rise: noon - half, set: noon + half };
}
