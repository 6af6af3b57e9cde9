import { Part } from "./part.js";
import { orderByRoad } from "./itinerary.js";

/** A day is no longer than this; the address of its QR code too (docs/openapi.yaml, Codes). */
export const MOST_PLACES = 12;

/**
 * The places a visitor collects for a day. Nothing of it leaves the screen but by the visitor's own phone or sheet of paper.
 * @typedef {object} Slice
 * @property {string[]} ids - of the places, in order
 * @property {import('./travel.js').Mode} mode - how one moves between them
 * @property {?string} start - when it begins, one of `startChoices`; null: the first of them
 * @property {?Said} said - what was just done, until something else is
 * @typedef {{what: "added" | "removed" | "full", id: string, at: number}} Said - `at`: where it was in the list
 * @extends {Part<Slice>}
 */
export class Day extends Part {
  constructor() {
    super("day", { ids: [], mode: "car", start: null, said: null });
  }

  start() {
    addEventListener("hashchange", () => this.slice.said && this.update({ said: null }));
  }

  /** @param {string} id */
  add(id) {
    const { ids } = this.slice;
    if (ids.includes(id)) return;
    if (ids.length >= MOST_PLACES) {
      this.update({ said: { what: "full", id, at: ids.length } });
      return;
    }
    this.update({ ids: [...ids, id], said: { what: "added", id, at: ids.length } });
    this.record("basket", { place: id, value: "add" });
  }

  /** @param {string} id */
  remove(id) {
    const at = this.slice.ids.indexOf(id);
    if (at < 0) return;
    this.update({ ids: this.slice.ids.filter((other) => other !== id), said: { what: "removed", id, at } });
    this.record("basket", { place: id, value: "remove" });
  }

  /** Takes back what was just done. */
  undo() {
    const { ids, said } = this.slice;
    if (said?.what === "added") {
      this.remove(said.id);
      this.update({ said: null });
    } else if (said?.what === "removed") {
      this.update({ ids: ids.toSpliced(said.at, 0, said.id), said: null });
      this.record("basket", { place: said.id, value: "add" });
    }
  }

  dismiss() {
    this.update({ said: null });
  }

  /**
   * @param {string} id
   * @param {-1 | 1} by - up or down
   */
  move(id, by) {
    const { ids } = this.slice;
    const at = ids.indexOf(id);
    if (at < 0 || at + by < 0 || at + by >= ids.length) return;
    this.update({ ids: ids.toSpliced(at, 1).toSpliced(at + by, 0, id), said: null });
  }

  /**
   * The shortest way through all of them.
   * @param {import('./geo.js').Position} here
   * @param {Map<string, import('./geo.js').Position>} positions - by id
   */
  orderByRoad(here, positions) {
    const ids = this.slice.ids.filter((id) => positions.has(id));
    const order = orderByRoad(here, ids.map((id) => /** @type {any} */ (positions.get(id))));
    this.update({ ids: order.map((index) => ids[index]), said: null });
  }

  /** @param {import('./travel.js').Mode} mode */
  travelBy(mode) {
    this.update({ mode });
  }

  /** @param {string} start */
  startAt(start) {
    this.update({ start });
  }

  /** @param {string} [place] - by itself; else the whole day */
  printed(place) {
    this.record("print", place ? { place } : { value: this.slice.ids.length });
  }
}
