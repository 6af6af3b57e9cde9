/** @typedef {{lat: number, lon: number}} Position - degrees, WGS 84 */

const EARTH_RADIUS_M = 6_371_008.8; // mean radius, IUGG
const radians = (/** @type {number} */ degrees) => (degrees * Math.PI) / 180;

/**
 * As the crow flies, in metres (haversine).
 * @param {Position} a
 * @param {Position} b
 */
export function distance(a, b) {
  const dLat = radians(b.lat - a.lat);
  const dLon = radians(b.lon - a.lon);
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(h));
}

const WINDS = ["n", "ne", "e", "se", "s", "sw", "w", "nw"];

/** The way a wind's needle points, in degrees clockwise from north. */
export const degreesOf = (/** @type {string} */ wind) => WINDS.indexOf(wind) * 45;

/**
 * Which of the eight winds leads from a to b: `n`, `ne`, `e`…
 * @param {Position} a
 * @param {Position} b
 */
export function direction(a, b) {
  const dLon = radians(b.lon - a.lon);
  const y = Math.sin(dLon) * Math.cos(radians(b.lat));
  const x =
    Math.cos(radians(a.lat)) * Math.sin(radians(b.lat)) -
    Math.sin(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.cos(dLon);
  const eighth = Math.round(Math.atan2(y, x) / (Math.PI / 4));
  return WINDS[(eighth + 8) % 8];
}

/**
 * How far a point is from a line, in metres, as the crow flies. Each piece is measured on a plane around the point: good to a
 * metre over the few kilometres that "near" means.
 * @param {Position} point
 * @param {Position[][]} segments - pieces of the line; a piece may be a single position
 */
export function distanceToLine(point, segments) {
  const squeeze = Math.cos(radians(point.lat));
  const metresPerDegree = radians(1) * EARTH_RADIUS_M;
  const flat = (/** @type {Position} */ p) => ({ x: (p.lon - point.lon) * metresPerDegree * squeeze, y: (p.lat - point.lat) * metresPerDegree });
  let shortest = Infinity;
  for (const segment of segments) {
    let from = flat(segment[0] ?? point);
    for (const position of segment) {
      const to = flat(position);
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      const along = dx === 0 && dy === 0 ? 0 : Math.max(0, Math.min(1, -(from.x * dx + from.y * dy) / (dx * dx + dy * dy)));
      shortest = Math.min(shortest, Math.hypot(from.x + along * dx, from.y + along * dy));
      from = to;
    }
  }
  return shortest;
}

/**
 * The places within a distance of a line or of a position, the nearest first.
 * @template {{position: Position}} Place
 * @param {Place[]} places
 * @param {Position | Position[][]} from - a position, or the pieces of a line
 * @param {number} metres
 * @returns {{place: Place, away_m: number}[]}
 */
export function nearest(places, from, metres) {
  const segments = Array.isArray(from) ? from : [[from]];
  return places
    .map((place) => ({ place, away_m: distanceToLine(place.position, segments) }))
    .filter(({ away_m }) => away_m <= metres)
    .sort((a, b) => a.away_m - b.away_m);
}

/**
 * Puts positions on a sheet of paper: equirectangular around the middle, the same scale both ways, everything that
 * must be seen inside the margins. Good to a few metres over a territory of 30 km.
 *
 * @param {Position[]} seen - what must be on the sheet
 * @param {{width: number, height: number, margin: number, atLeast_m: number}} sheet - pixels; `atLeast_m` keeps a single point
 *   from filling the sheet
 */
export function projection(seen, { width, height, margin, atLeast_m }) {
  const lats = seen.map((p) => p.lat);
  const lons = seen.map((p) => p.lon);
  const middle = { lat: (Math.min(...lats) + Math.max(...lats)) / 2, lon: (Math.min(...lons) + Math.max(...lons)) / 2 };
  const metresPerDegree = radians(1) * EARTH_RADIUS_M;
  const squeeze = Math.cos(radians(middle.lat));
  const wide = Math.max((Math.max(...lons) - Math.min(...lons)) * metresPerDegree * squeeze, atLeast_m);
  const high = Math.max((Math.max(...lats) - Math.min(...lats)) * metresPerDegree, atLeast_m);
  const pixelsPerMetre = Math.min((width - 2 * margin) / wide, (height - 2 * margin) / high);
  return {
    pixelsPerMetre,
    /** @param {Position} p */
    point: (p) => ({
      x: width / 2 + (p.lon - middle.lon) * metresPerDegree * squeeze * pixelsPerMetre,
      y: height / 2 - (p.lat - middle.lat) * metresPerDegree * pixelsPerMetre,
    }),
  };
}

/**
 * A round length for a scale bar.
 * @param {number} pixelsPerMetre
 * @param {number} atMost - pixels
 * @returns {number} metres: 1, 2 or 5 times a power of ten
 */
export function scaleBar(pixelsPerMetre, atMost) {
  const metres = atMost / pixelsPerMetre;
  const power = 10 ** Math.floor(Math.log10(metres));
  return [5, 2, 1].map((n) => n * power).find((n) => n <= metres) ?? power;
}
