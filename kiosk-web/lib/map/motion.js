/**
 * Motion explains where the map goes, as long as it is seen as motion. Where each frame takes long, it explains nothing and keeps touches
 * waiting: there the map stands at once where it was asked to be, and tries to move again later.
 */
const SMOOTH_MS = 40;
const NEWEST = 0.25; // how much the newest frame counts
const FORGOTTEN = 0.98; // with each move that wasn't shown

let frame_ms = 1000 / 60;

/** @param {number} ms - from one frame of a motion to the next */
export function frameTook(ms) {
  frame_ms += (ms - frame_ms) * NEWEST;
}

/** To be asked before each motion. */
export function isSmooth() {
  if (frame_ms <= SMOOTH_MS) return true;
  frame_ms *= FORGOTTEN;
  return false;
}
