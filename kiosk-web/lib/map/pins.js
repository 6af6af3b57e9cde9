/**
 * The marks of places: a drop in the colour of the theme, its icon in it. Each is drawn once on a canvas of its own, so that
 * putting hundreds of them on the map is copying.
 *
 * @typedef {{normal: HTMLCanvasElement, chosen: HTMLCanvasElement, small: HTMLCanvasElement}} Pin
 */

const SPRITE = "/vendor/icons.svg";
const WIDTH = 48;
const HEIGHT = 60; // the tip stands on the place
const SIZES = /** @type {const} */ ({ small: 1.55, normal: 2.1, chosen: 3 }); // widths, in the size of the text

/** @type {?Promise<Document>} */
let sprite = null;

function readSprite() {
  sprite ??= fetch(SPRITE)
    .then((answer) => answer.text())
    .then((text) => new DOMParser().parseFromString(text, "image/svg+xml"))
    .catch((error) => {
      sprite = null;
      throw error;
    });
  return sprite;
}

/** @type {?{look: string, pins: Promise<Map<string, Pin>>}} */
let kept = null;

/**
 * @param {{id: string, icon: string}[]} themes
 * @param {import('./palette.js').Palette} colours
 * @returns {Promise<Map<string, Pin>>} by theme; the same ones as long as themes and colours are
 */
export function drawPins(themes, colours) {
  const look = JSON.stringify([themes.map(({ id, icon }) => [id, icon, colours.theme(id)]), colours.paper, colours.text_px]);
  if (kept?.look !== look) kept = { look, pins: draw(themes, colours) };
  kept.pins.catch(() => {
    kept = null; // tried again with the next map
  });
  return kept.pins;
}

/**
 * @param {{id: string, icon: string}[]} themes
 * @param {import('./palette.js').Palette} colours
 */
async function draw(themes, colours) {
  const icons = await readSprite();
  const pins = await Promise.all(
    themes.map(async ({ id, icon }) => {
      const shapes = icons.getElementById(icon)?.innerHTML ?? "";
      const drawing = await picture(drop(shapes, colours.theme(id), colours.paper));
      const sizes = Object.entries(SIZES).map(([name, size]) => [name, raster(drawing, size * colours.text_px)]);
      return /** @type {[string, Pin]} */ ([id, Object.fromEntries(sizes)]);
    }),
  );
  return new Map(pins);
}

/**
 * @param {string} shapes
 * @param {string} colour
 * @param {string} paper
 */
function drop(shapes, colour, paper) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH * 4}" height="${HEIGHT * 4}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
    <path d="M24 58C18 49 3 38 3 23.5a21 21 0 0 1 42 0C45 38 30 49 24 58Z" fill="${colour}" stroke="${paper}" stroke-width="3" stroke-linejoin="round"/>
    <g transform="translate(11.5 11) scale(1.04)" fill="none" stroke="${paper}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shapes}</g>
  </svg>`;
}

/** @type {Map<string, HTMLCanvasElement>} */
const badges = new Map();

/**
 * A few letters on a rounded ground: the number of a step, a name that must be read whatever lies under it.
 * @param {string} text
 * @param {{ground: string, ink: string, edge: string, text_px: number}} look
 */
export function drawBadge(text, { ground, ink, edge, text_px }) {
  const key = [text, ground, ink, edge, text_px].join("/");
  const drawn = badges.get(key);
  if (drawn) return drawn;
  const canvas = document.createElement("canvas");
  badges.set(key, canvas);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const size = text_px * devicePixelRatio;
  const font = `700 ${size * 0.95}px "Atkinson Hyperlegible", system-ui, sans-serif`;
  context.font = font;
  const [line, high] = [size * 0.12, size * 1.7];
  const wide = Math.max(high, context.measureText(text).width + size * 1.1);
  [canvas.width, canvas.height] = [Math.ceil(wide + 2 * line), Math.ceil(high + 2 * line)];
  context.beginPath();
  context.roundRect(line, line, wide, high, high / 2);
  context.fillStyle = ground;
  context.fill();
  context.lineWidth = line * 1.6;
  context.strokeStyle = edge;
  context.stroke();
  Object.assign(context, { font, fillStyle: ink, textAlign: "center", textBaseline: "middle" });
  context.fillText(text, canvas.width / 2, canvas.height / 2 + size * 0.06);
  return canvas;
}

/** @param {string} svg */
async function picture(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

/**
 * @param {HTMLImageElement} drawing
 * @param {number} width - pixels of the page
 */
function raster(drawing, width) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * devicePixelRatio);
  canvas.height = Math.round((canvas.width * HEIGHT) / WIDTH);
  canvas.getContext("2d")?.drawImage(drawing, 0, 0, canvas.width, canvas.height);
  return canvas;
}
