/**
 * Puts names beside their points so that none covers another or a mark; a name without room is left out.
 *
 * @param {{name: string, x: number, y: number, strong: boolean}[]} names - most important first
 * @param {{x: number, y: number, r: number}[]} marks
 * @param {{width: number, height: number, text: number}} sheet - `text`: size of a letter
 */
export function placeLabels(names, marks, { width, height, text }) {
  /** @type {{left: number, right: number, top: number, bottom: number}[]} */
  const taken = marks.map(({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  const placed = [];
  for (const { name, x, y, strong } of names) {
    const length = name.length * text * (strong ? 0.52 : 0.47);
    const gap = strong ? text * 1.1 : text * 0.55;
    const choices = [
      { x, y: y + gap + text * 0.8, anchor: "middle", left: x - length / 2 },
      { x, y: y - gap, anchor: "middle", left: x - length / 2 },
      { x: x + gap, y: y + text * 0.3, anchor: "start", left: x + gap },
      { x: x - gap, y: y + text * 0.3, anchor: "end", left: x - gap - length },
    ];
    for (const choice of choices) {
      const box = { left: choice.left, right: choice.left + length, top: choice.y - text * 0.8, bottom: choice.y + text * 0.25 };
      const fits = box.left > 4 && box.right < width - 4 && box.top > 4 && box.bottom < height - text * 2;
      const free = taken.every((other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom);
      if (fits && free) {
        taken.push(box);
        placed.push({ name, strong, x: choice.x, y: choice.y, anchor: choice.anchor });
        break;
      }
    }
  }
  return placed;
}
