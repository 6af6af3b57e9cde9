/**
 * Where "directions" leads: the map application the phone has.
 *
 * @typedef {"android" | "apple" | "other"} Platform
 * @typedef {import('../lib/geo.js').Position} Position
 */

/**
 * @param {string} agent - `navigator.userAgent`; a tablet of Apple's calls itself a Macintosh
 * @returns {Platform}
 */
export function platformOf(agent) {
  if (/Android/.test(agent)) return "android";
  return /iPhone|iPad|iPod|Macintosh/.test(agent) ? "apple" : "other";
}

const APPLE_MODES = { foot: "w", bicycle: "c", car: "d" };
const OSM_ENGINES = { foot: "fossgis_osrm_foot", bicycle: "fossgis_osrm_bike", car: "fossgis_osrm_car" };

/**
 * From where the phone is, or from `from` where the application takes that.
 * @param {Platform} platform
 * @param {{to: Position, name: string, from?: Position, mode?: import('../lib/travel.js').Mode}} way
 */
export function directionsAddress(platform, { to, name, from, mode = "car" }) {
  const point = (/** @type {Position} */ { lat, lon }) => `${lat},${lon}`;
  if (platform === "android") return `geo:${point(to)}?q=${encodeURIComponent(`${point(to)}(${name.replace(/[()]/g, " ")})`)}`;
  if (platform === "apple") {
    const start = from ? `saddr=${point(from)}&` : "";
    return `https://maps.apple.com/?${start}daddr=${point(to)}&dirflg=${APPLE_MODES[mode]}`;
  }
  const route = [from ? point(from) : "", point(to)].join(";");
  return `https://www.openstreetmap.org/directions?engine=${OSM_ENGINES[mode]}&route=${encodeURIComponent(route)}`;
}
