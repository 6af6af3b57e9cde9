/**
 * Marks too close to be told apart, or touched apart, become one. The order decides: the first mark of a group gives it its
 * place, so that what matters most stays where it is.
 *
 * @template {{x: number, y: number}} Mark
 * @param {Mark[]} marks - most important first
 * @param {number} apart - the least distance between two groups, in the units of x and y
 * @returns {{x: number, y: number, marks: Mark[]}[]}
 */
export function group(marks, apart) {
  /** @type {{x: number, y: number, marks: Mark[]}[]} */
  const groups = [];
  for (const mark of marks) {
    const near = groups.find(({ x, y }) => Math.hypot(x - mark.x, y - mark.y) < apart);
    if (near) near.marks.push(mark);
    else groups.push({ x: mark.x, y: mark.y, marks: [mark] });
  }
  return groups;
}

/**
 * What a finger touched: the nearest thing within its reach.
 * @template {{x: number, y: number}} Thing
 * @param {Thing[]} things
 * @param {{x: number, y: number}} finger
 * @param {number} reach - in the units of x and y
 * @returns {Thing | null}
 */
export function touched(things, finger, reach) {
  let found = null;
  let shortest = reach;
  for (const thing of things) {
    const away = Math.hypot(thing.x - finger.x, thing.y - finger.y);
    if (away > shortest) continue;
    shortest = away;
    found = thing;
  }
  return found;
}
