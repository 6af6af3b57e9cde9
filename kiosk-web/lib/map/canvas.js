import { baseLayers } from "./base.js";
import { group, touched } from "./groups.js";
import { frameTook, isSmooth } from "./motion.js";
import { HERE_NAME, Styles, badges } from "./styles.js";

/**
 * The map on its canvas: OpenLayers, without WebGL, since a kiosk computer may have no graphics processor worth the name. It is
 * told what to show and says what was touched; everything around it (buttons, cards, lists) is somebody else's.
 *
 * @typedef {import('../api.js').Summary} Summary
 * @typedef {import('../geo.js').Position} Position
 * @typedef {{kind: string, line: ?import('../api.js').Line, steps: {number: number, position: Position}[]}} Way
 * @typedef {object} Shown
 * @property {Summary[]} places - the most important first
 * @property {?string} chosen - id of one of them
 * @property {Summary[]} nearby - shown smaller, never gathered
 * @property {?Way} way
 * @property {{name: string, position: Position}} here - this screen
 * @typedef {{center: number[], resolution: number}} Look - where the map looks
 * @typedef {{pixelsPerMetre: number, closest: boolean, furthest: boolean}} View
 */

const FINGER_PX = 34; // half of what a finger can't miss, and some
const APART = 2.6; // between two marks, in the size of the text
const BUTTONS = 6.4; // width of the column they stand in, in the size of the text
const MOVE_MS = 260;
const FURTHEST = 9;
const CLOSEST = 16.5; // zoom: one street of a village
const CLOSE = 14.5; // to see where something is
const AROUND_M = 8_000; // nobody gets lost beyond the territory
const NAMED_FROM = 22; // metres a pixel: villages are named before places
const WITH_HERE_M = 6_000; // further away, this screen isn't squeezed into the picture

export class MapCanvas {
  /**
   * @param {any} ol
   * @param {object} made
   * @param {HTMLElement} made.box
   * @param {import('./palette.js').Palette} made.colours
   * @param {Map<string, import('./pins.js').Pin>} made.pins
   * @param {import('../geo.js').Position[]} made.territory - positions the map stays around
   * @param {(places: Summary[]) => void} made.onTouch - one place, several that can't be told apart, or none
   * @param {(view: View) => void} made.onView
   */
  constructor(ol, { box, colours, pins, territory, onTouch, onView }) {
    this.ol = ol;
    this.box = box;
    this.colours = colours;
    this.styles = new Styles(ol, colours, pins);
    this.onTouch = onTouch;
    this.onView = onView;
    this.still = document.documentElement.dataset.motion === "less" || matchMedia("(prefers-reduced-motion: reduce)").matches;
    /** @type {?Shown} */
    this.shown = null;
    /** @type {number[]} pixels covered by cards: top, right, bottom, left */
    this.covered = [0, 0, 0, 0];
    /** @type {{x: number, y: number, places: Summary[]}[]} in map units */
    this.touchable = [];
    this.drawnAt = 0;

    const layer = (/** @type {object} */ options) => new ol.layer.Vector({ source: new ol.source.Vector(), ...options });
    this.wayLayer = layer({ zIndex: 10 });
    this.marksLayer = layer({ zIndex: 20, declutter: "base", renderBuffer: 160 });
    this.fingerLayer = layer({ zIndex: 30 });
    const extent = ol.extent.buffer(ol.extent.boundingExtent(territory.map((position) => this.at(position))), AROUND_M);
    this.view = new ol.View({
      center: ol.extent.getCenter(extent), extent, constrainOnlyCenter: true, zoom: FURTHEST, minZoom: FURTHEST, maxZoom: CLOSEST, enableRotation: false, smoothResolutionConstraint: true,
    });
    this.map = new ol.Map({
      target: box,
      view: this.view,
      layers: [this.wayLayer, this.marksLayer, this.fingerLayer],
      controls: [],
      interactions: interactions(ol, this.still),
      pixelRatio: Math.min(devicePixelRatio, 2),
      moveTolerance: 8, // a finger that trembles is a touch, not a drag
    });
    // The library tells a touch from a drag when the finger leaves; the browser's click follows, and would land on the card that
    // has appeared under the finger. So the touch waits for it.
    /** @type {?number[]} */
    let waiting = null;
    this.map.on("click", (/** @type {any} */ event) => {
      waiting = event.coordinate;
    });
    this.clicked = () => {
      if (waiting) this.touch(waiting);
      waiting = null;
    };
    box.addEventListener("click", this.clicked);
    this.map.on("moveend", () => this.moved());
    let before = 0; // when the frame before was drawn, if it was one of the same motion
    this.map.on("postrender", () => {
      const now = performance.now();
      if (before) frameTook(now - before);
      before = this.view?.getAnimating() ? now : 0;
    });
  }

  /**
   * @param {import('./base.js').Base} base
   * @param {import('../api.js').Catalogue} catalogue
   * @param {() => void} onMissing - a tile couldn't be had; said once
   */
  async lay(base, catalogue, onMissing) {
    const layers = await baseLayers(this.ol, base, this.styles, catalogue);
    layers[0].getSource().once("tileloaderror", onMissing);
    layers.forEach((layer, i) => this.map.getLayers().insertAt(i, layer));
  }

  /** @param {Position} position */
  at({ lon, lat }) {
    return this.ol.proj.fromLonLat([lon, lat]);
  }

  /**
   * @param {Shown} shown
   * @param {Look} [look] - where it was left; everything in sight otherwise
   */
  open(shown, look) {
    this.map.updateSize();
    this.shown = shown;
    this.drawWay();
    if (look) this.lookAt(look);
    else this.fit({ animated: false });
    this.drawMarks();
  }

  /** @param {Shown} shown */
  show(shown) {
    const before = this.shown;
    this.shown = shown;
    if (before?.way?.line !== shown.way?.line) this.drawWay();
    this.drawMarks();
    if (shown.chosen && shown.chosen !== before?.chosen) this.reveal(shown.chosen);
  }

  drawWay() {
    const source = this.wayLayer.getSource();
    source.clear(true);
    const way = this.shown?.way;
    if (!way?.line) return;
    const style = this.styles.way(way.kind, way.line.kind === "recorded");
    const features = way.line.segments.map((segment) => {
      const feature = new this.ol.Feature(new this.ol.geom.LineString(segment.map((position) => this.at(position))));
      feature.setStyle(style);
      return feature;
    });
    source.addFeatures(features);
  }

  /** Marks are gathered anew at each scale, never while fingers are moving. */
  drawMarks() {
    if (!this.shown) return;
    const { places, chosen, nearby, way, here } = this.shown;
    const resolution = this.view.getResolution();
    const text = this.colours.text_px;
    this.drawnAt = resolution;
    const named = resolution < NAMED_FROM;
    const mark = (/** @type {Summary} */ place) => ({ place, ...xy(this.at(place.position)) });
    const ordered = [...places.filter(({ id }) => id === chosen), ...places.filter(({ id }) => id !== chosen)].map(mark);
    const alone = ordered.filter(({ place }) => place.id === chosen);
    const groups = [
      ...alone.map(({ x, y, place }) => ({ x, y, marks: [{ place }] })),
      ...group(ordered.slice(alone.length), text * APART * resolution),
    ];
    this.touchable = [
      ...groups.map(({ x, y, marks }) => ({ x, y: y + text * (marks.length === 1 ? 1.2 : 0) * resolution, places: marks.map(({ place }) => place) })),
      ...nearby.map((place) => mark(place)).map(({ x, y, place }) => ({ x, y: y + text * 0.9 * resolution, places: [place] })),
    ];
    const steps = badges((way?.steps ?? []).map(({ number, position }) => ({ number, ...xy(this.at(position)) })), text * 2.1 * resolution);
    const screen = xy(this.at(here.position));
    const hidden = (/** @type {number} */ up) =>
      [...groups, ...steps].filter(({ x, y }) => Math.abs(x - screen.x) < text * 4 * resolution && Math.abs(y - screen.y - up * text * HERE_NAME * resolution) < text * 2 * resolution).length;
    const features = [
      ...nearby.map((place) => this.point(mark(place), this.styles.place(place, place.id === chosen ? "chosen" : "small", named), [place.id])),
      ...groups.map(({ marks, ...point }) => {
        const [{ place }] = marks;
        const style = marks.length > 1 ? this.styles.several(marks.map((one) => one.place)) : this.styles.place(place, place.id === chosen ? "chosen" : "normal", named);
        return this.point(point, style, marks.map((one) => one.place.id));
      }),
      ...steps.map(({ numbers, ...point }) => this.point(point, this.styles.step(numbers, way?.kind ?? ""))),
      this.point(screen, this.styles.here(here.name, hidden(1) <= hidden(-1))),
    ];
    const source = this.marksLayer.getSource();
    source.clear(true);
    source.addFeatures(features);
  }

  /**
   * @param {{x: number, y: number}} point
   * @param {any} style
   * @param {string[]} [places] - ids of those it stands for
   */
  point({ x, y }, style, places = []) {
    const feature = new this.ol.Feature({ geometry: new this.ol.geom.Point([x, y]), places });
    feature.setStyle(style);
    return feature;
  }

  /** @param {number[]} coordinate */
  touch(coordinate) {
    const found = touched(this.touchable, xy(coordinate), FINGER_PX * this.view.getResolution());
    const places = found?.places ?? [];
    if (places.length > 1 && this.spread(places)) return;
    this.onTouch(places);
  }

  /**
   * Goes closer until the places come apart.
   * @param {Summary[]} places
   * @returns {boolean} false when no scale tells them apart
   */
  spread(places) {
    const extent = this.ol.extent.boundingExtent(places.map(({ position }) => this.at(position)));
    const wide = Math.max(this.ol.extent.getWidth(extent), this.ol.extent.getHeight(extent));
    const closest = this.view.getResolutionForZoom(CLOSEST);
    const resolution = this.view.getResolution();
    if (wide / closest < this.colours.text_px * APART || resolution <= closest * 1.05) return false;
    this.fitExtent(extent, { closest: CLOSEST });
    return true;
  }

  /** Everything that is shown, as large as it gets. */
  fit({ animated = true } = {}) {
    if (!this.shown) return;
    const { places, nearby, way, here } = this.shown;
    const own = [...places.map(({ position }) => position), ...(way?.line?.segments.flat() ?? []), ...(way?.steps.map(({ position }) => position) ?? [])].map((position) => this.at(position));
    const all = [...own, ...nearby.map(({ position }) => this.at(position))];
    const extent = this.ol.extent.boundingExtent(all.length > 0 ? all : [this.at(here.position)]);
    const office = this.at(here.position);
    const close = own.length <= 1 || this.ol.extent.containsCoordinate(this.ol.extent.buffer(extent, WITH_HERE_M), office);
    if (close) this.ol.extent.extendCoordinate(extent, office);
    this.fitExtent(extent, { animated });
  }

  /**
   * @param {number[]} extent
   * @param {{animated?: boolean, closest?: number}} [how]
   */
  fitExtent(extent, { animated = true, closest = CLOSE } = {}) {
    const room = this.colours.text_px * 3.4;
    const padding = this.covered.map((pixels) => pixels + room);
    padding[1] = Math.max(padding[1], BUTTONS * this.colours.text_px);
    this.view.fit(extent, { padding, maxZoom: closest, duration: animated ? this.duration : 0, size: this.map.getSize() });
  }

  /** How long a motion takes that begins now, in milliseconds. */
  get duration() {
    return this.still || !isSmooth() ? 0 : MOVE_MS;
  }

  /** @param {number[]} covered - pixels: top, right, bottom, left */
  cover(covered) {
    this.covered = covered;
  }

  /**
   * What was chosen in a list comes into sight; what is in sight doesn't move.
   * @param {string} id
   */
  reveal(id) {
    const place = this.shown && [...this.shown.places, ...this.shown.nearby].find((other) => other.id === id);
    const size = this.map.getSize();
    if (!place || !size) return;
    const pixel = this.map.getPixelFromCoordinate(this.at(place.position));
    if (!pixel) return;
    const room = this.colours.text_px * 4;
    const [top, right, bottom, left] = this.covered;
    const inside = pixel[0] > left + room && pixel[0] < size[0] - right - room && pixel[1] > top + room && pixel[1] < size[1] - bottom - room;
    if (inside) return;
    const resolution = this.view.getResolution();
    const [x, y] = this.at(place.position);
    const center = [x + ((right - left) / 2) * resolution, y + ((top - bottom) / 2) * resolution];
    this.view.animate({ center, duration: this.duration });
  }

  /** @param {number} levels */
  zoom(levels) {
    const zoom = this.view.getConstrainedZoom((this.view.getZoom() ?? FURTHEST) + levels);
    this.view.cancelAnimations();
    this.view.animate({ zoom, duration: this.duration });
  }

  /** @param {?Position} position - on the way, under the finger on the profile */
  pointAt(position) {
    const source = this.fingerLayer.getSource();
    const feature = source.getFeatures()[0];
    if (!position) return source.clear();
    if (feature) feature.getGeometry().setCoordinates(this.at(position));
    else source.addFeature(this.point(xy(this.at(position)), this.styles.finger()));
  }

  moved() {
    const resolution = this.view.getResolution();
    if (Math.abs(resolution / this.drawnAt - 1) > 0.02) this.drawMarks();
    const [, lat] = this.ol.proj.toLonLat(this.view.getCenter());
    const zoom = this.view.getZoom();
    this.onView({ pixelsPerMetre: 1 / (resolution * Math.cos((lat * Math.PI) / 180)), closest: zoom > CLOSEST - 0.05, furthest: zoom < FURTHEST + 0.05 });
  }

  /** @returns {Look} */
  get look() {
    return { center: this.view.getCenter(), resolution: this.view.getResolution() };
  }

  /** @param {Look} look */
  lookAt({ center, resolution }) {
    this.view.setCenter(center);
    this.view.setResolution(resolution);
  }

  /** Nothing may stay behind: a screen opens thousands of maps between two starts. */
  dispose() {
    for (const layer of this.map.getLayers().getArray().slice()) {
      layer.getSource()?.clear?.();
      layer.dispose();
    }
    this.box.removeEventListener("click", this.clicked);
    this.map.setTarget(undefined);
    this.map.dispose();
    this.map = this.shown = null;
    this.touchable = [];
    this.styles.kept.clear();
  }
}

const xy = (/** @type {number[]} */ [x, y]) => ({ x, y });

/**
 * One finger moves, two make larger; keys do the same once the map has the focus.
 * @param {any} ol
 * @param {boolean} still
 */
function interactions(ol, still) {
  const { DragPan, PinchZoom, DoubleClickZoom, KeyboardPan, KeyboardZoom, MouseWheelZoom } = ol.interaction;
  const duration = still ? 0 : MOVE_MS;
  return [
    new DragPan({ kinetic: still ? undefined : new ol.Kinetic(-0.005, 0.05, 100) }),
    new PinchZoom({ duration }),
    new DoubleClickZoom({ duration }),
    new MouseWheelZoom({ duration }),
    new KeyboardPan({ pixelDelta: 96, duration }),
    new KeyboardZoom({ duration }),
  ];
}
