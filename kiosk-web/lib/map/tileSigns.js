/**
 * The small signs of the map: a drop where there is water, a tent where one camps. Drawn once each, on a grid of 24 by 24.
 * @typedef {{family: "water" | "nature" | "heritage" | "service", fill?: string, line?: string, letters?: string}} Sign
 */

const DROP = "M12 4C9 8.5 7 11.5 7 14.5a5 5 0 0 0 10 0C17 11.5 15 8.5 12 4Z";
const BICYCLE = "M6.5 12.5a3.5 3.5 0 1 0 .01 0ZM17.5 12.5a3.5 3.5 0 1 0 .01 0ZM6.5 16 9.5 9H14l3.5 7M9.5 9l3.5 7";
const RUINS = "M5 19v-8h3v3h2V7h3v7h2v-4h4v9Z";

/** @type {Record<string, Sign>} */
const SIGNS = {
  peak: { family: "nature", fill: "M12 5 20.5 19h-17Z" },
  viewpoint: { family: "nature", line: "M12 18v-.01M12 13.5V5.5M8.5 14.5 5 7.5M15.5 14.5 19 7.5" },
  cave: { family: "nature", fill: "M4 19c0-9 4-13 8-13s8 4 8 13h-5c0-4-1-6.5-3-6.5S9 15 9 19Z" },
  spring: { family: "water", fill: DROP },
  drinking_water: { family: "water", fill: DROP },
  watermill: { family: "water", line: "M12 6a6 6 0 1 0 .01 0ZM12 6v12M6 12h12M8 8l8 8M16 8l-8 8" },
  castle: { family: "heritage", fill: "M5 19V6h3v2h2.5V6h3v2H16V6h3v13h-5v-4a2 2 0 0 0-4 0v4Z" },
  ruins: { family: "heritage", fill: RUINS },
  church: { family: "heritage", fill: "M11 3.5h2V6h2v2h-2v3l6 3.5V20H5v-5.5l6-3.5V8H9V6h2Z" },
  cross: { family: "heritage", fill: "M11 4h2v4h4v2h-4v10h-2V10H7V8h4Z" },
  museum: { family: "heritage", fill: "M4 9.5 12 5l8 4.5V11H4ZM6 12h2v5H6ZM11 12h2v5h-2ZM16 12h2v5h-2ZM4 18h16v1.5H4Z" },
  windmill: { family: "heritage", line: "M12 10 6.5 4.5M12 10l5.5-5.5M12 10l5.5 5.5M12 10l-5.5 5.5M12 10v10" },
  camp: { family: "service", line: "M12 6 4 18.5h16ZM12 12l-3.5 6.5M12 12l3.5 6.5" },
  picnic: { family: "service", line: "M6 8h12M9 8l-3 10.5M15 8l3 10.5M4 13h16" },
  shelter: { family: "service", line: "M4 12 12 6l8 6M7 11v8M17 11v8" },
  bus: { family: "service", line: "M6 5.5h12v11H6ZM6 11.5h12M8.5 16.5v2.5M15.5 16.5v2.5" },
  station: { family: "service", line: "M8 5h8v10.5H8ZM8 10.5h8M9.5 15.5 7 19.5M14.5 15.5l2.5 4" },
  bicycle_parking: { family: "service", line: BICYCLE },
  bicycle_repair: { family: "service", line: BICYCLE },
  pharmacy: { family: "service", fill: "M10 5h4v5h5v4h-5v5h-4v-5H5v-4h5Z" },
  parking: { family: "service", letters: "P" },
  information: { family: "service", letters: "i" },
  toilets: { family: "service", letters: "WC" },
};

/**
 * @param {string} kind - a class of the layer `point`
 * @param {number} text_px
 * @param {import('./tileColours.js').TileColours} colours
 * @returns {?HTMLCanvasElement} in the screen's own pixels; null where there is no sign for it
 */
export function drawSign(kind, text_px, colours) {
  const sign = SIGNS[kind];
  if (!sign) return null;
  const size = Math.round(text_px * 1.1 * devicePixelRatio);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const color = colours.signs[sign.family];
  pen.scale(size / 24, size / 24);
  pen.lineWidth = 1;
  pen.fillStyle = colours.paper;
  pen.strokeStyle = color;
  pen.beginPath();
  pen.arc(12, 12, 11.3, 0, 2 * Math.PI);
  pen.fill();
  pen.stroke();
  // The drawing leaves room for the circle.
  pen.translate(12, 12);
  pen.scale(0.76, 0.76);
  pen.translate(-12, -12);
  pen.fillStyle = pen.strokeStyle = color;
  pen.lineWidth = 2;
  pen.lineCap = pen.lineJoin = "round";
  if (sign.fill) pen.fill(new Path2D(sign.fill));
  if (sign.line) pen.stroke(new Path2D(sign.line));
  if (sign.letters) {
    pen.font = `700 ${sign.letters.length > 1 ? 13 : 18}px ${colours.font}`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillText(sign.letters, 12, 13);
  }
  return canvas;
}
