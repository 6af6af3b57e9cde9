/**
 * The icons as one path each. A `<use>` that points into a file is drawn in two steps: a page of cards is then laid out once without its
 * icons and once more with them.
 */
const SPRITE = "/vendor/icons.svg";

/** @type {Map<string, string>} by name; empty until the file has been read */
const paths = new Map();

/** @param {string} name */
export const pathOf = (name) => paths.get(name);

/** To be called when the first screen has been painted; without the file icons stay references into it. */
export async function readIcons() {
  const answer = await fetch(SPRITE, { cache: "force-cache" }); // the first screen has just asked for it
  if (!answer.ok) throw new Error(`${SPRITE}: ${answer.status}`);
  const sprite = new DOMParser().parseFromString(await answer.text(), "image/svg+xml");
  for (const symbol of sprite.querySelectorAll("symbol")) paths.set(symbol.id, [...symbol.children].map(outline).join(""));
}

/**
 * A shape as a piece of a path, wherever the piece before it ended.
 * @param {Element} shape
 */
function outline(shape) {
  const of = (/** @type {string} */ name) => Number(shape.getAttribute(name) ?? 0);
  switch (shape.localName) {
    case "path":
      return `M0 0${shape.getAttribute("d")}`;
    case "circle":
      return `M${of("cx") - of("r")} ${of("cy")}${[2, -2].map((way) => `a${of("r")} ${of("r")} 0 1 0 ${way * of("r")} 0`).join("")}z`;
    case "line":
      return `M${of("x1")} ${of("y1")}L${of("x2")} ${of("y2")}`;
    case "polygon":
      return `M${shape.getAttribute("points")}z`;
    case "rect":
      return rectangle(of("x"), of("y"), of("width"), of("height"), of("rx") || of("ry"));
    default:
      throw new Error(`${SPRITE}: an icon is made of <${shape.localName}>, which isn't known here`);
  }
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 * @param {number} r - of its corners
 */
function rectangle(x, y, width, height, r) {
  const corner = (/** @type {number} */ dx, /** @type {number} */ dy) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return `M${x + r} ${y}h${width - 2 * r}${corner(r, r)}v${height - 2 * r}${corner(-r, r)}h${2 * r - width}${corner(-r, -r)}v${2 * r - height}${corner(r, -r)}z`;
}
