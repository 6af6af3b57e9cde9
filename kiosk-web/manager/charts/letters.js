/** How wide texts are, to set them in drawings. */

const canvas = document.createElement("canvas").getContext("2d");
const known = new Map();

/**
 * Digits count as zeros: charts set them all as wide, and that is the widest.
 * @param {string} said
 * @param {number} size - in pixels
 * @param {400 | 700} [weight]
 */
export function widthOf(said, size, weight = 400) {
  const text = said.replaceAll(/\d/g, "0");
  if (!canvas) return text.length * size * 0.55;
  const key = `${weight} ${size} ${text}`;
  let width = known.get(key);
  if (width === undefined) {
    canvas.font = `${weight} ${size}px "Atkinson Hyperlegible", system-ui, sans-serif`;
    width = canvas.measureText(text).width;
    if (document.fonts.status === "loaded") known.set(key, width);
  }
  return width;
}

/**
 * A text in lines that fit, cut between words.
 * @param {string} text
 * @param {number} room
 * @param {number} size
 */
export function lines(text, room, size) {
  /** @type {string[]} */
  const all = [];
  for (const word of text.split(" ")) {
    const longer = all.length > 0 ? `${all[all.length - 1]} ${word}` : word;
    if (all.length === 0 || widthOf(longer, size) > room) all.push(word);
    else all[all.length - 1] = longer;
  }
  return all;
}
