import { Missing, fetchMap, fetchPlace } from "./api.js";
import { Part } from "./part.js";

/**
 * Maps, and whether places are shown as a list or on one.
 * @typedef {object} Slice
 * @property {boolean} asMap - the choice stays from one list to the next
 * @property {?string} chosen - the place whose card is shown on a list's map
 * @property {boolean} nearby - what is near the way is shown
 * @property {Object<string, import('./map/canvas.js').Look>} looks - where each map was left, by address
 * @extends {Part<Slice>}
 */
export class Maps extends Part {
  constructor() {
    super("maps", { asMap: false, chosen: null, nearby: false, looks: {} });
    /** @type {?Promise<?import('./map/base.js').Tiles>} */
    this.tiles = null;
  }

  /**
   * @param {boolean} asMap
   * @param {string} [theme]
   */
  show(asMap, theme) {
    this.update({ asMap, chosen: null });
    if (asMap) this.record("map", theme ? { theme } : {});
  }

  /** @param {?string} chosen */
  choose(chosen) {
    this.update({ chosen });
  }

  /** @param {string} place */
  toggleNearby(place) {
    const nearby = !this.slice.nearby;
    this.update({ nearby });
    if (nearby) this.record("nearby", { place });
  }

  /**
   * @param {string} address
   * @param {import('./map/canvas.js').Look} look
   */
  leave(address, look) {
    if (this.screen?.session.active) this.update({ looks: { ...this.slice.looks, [address]: look } });
  }

  /**
   * What lies under every map: the office's tiles, else the greenways, whose steps only their own pages know.
   * @param {import('./api.js').Catalogue} catalogue
   * @returns {Promise<import('./map/base.js').Base>}
   */
  async base(catalogue) {
    this.tiles ??= fetchMap();
    const tiles = await this.tiles.catch((error) => {
      if (!(error instanceof Missing)) this.tiles = null; // asked again with the next map; until then the drawn one serves
      return null;
    });
    return { tiles, greenways: tiles ? [] : await this.greenways(catalogue) };
  }

  /**
   * A tile can't be had: has the office another map by now? Its tiles are elsewhere.
   * @param {?import('./map/base.js').Tiles} shown
   * @returns {Promise<boolean>}
   */
  async replaced(shown) {
    const asked = fetchMap();
    try {
      if ((await asked)?.url === shown?.url) return false;
    } catch (error) {
      if (!(error instanceof Missing)) return false; // the server is away, and the tiles with it
    }
    this.tiles = asked;
    return true;
  }

  /** @param {import('./api.js').Catalogue} catalogue */
  async greenways({ lang, places }) {
    const greenways = places.filter(({ kind, trail }) => kind === "greenway" && trail && !trail.surface.includes("road"));
    const known = this.screen?.state.places ?? {};
    const whole = await Promise.allSettled(greenways.map(async ({ id }) => known[`${lang}/${id}`] ?? fetchPlace(lang, id)));
    return whole
      .filter((result) => result.status === "fulfilled")
      .map(({ value }) => ({ segments: value.line?.segments ?? [] }));
  }
}
