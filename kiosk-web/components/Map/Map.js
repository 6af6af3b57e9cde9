import { html, useEffect, useRef, useState } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { textSize } from "../useWidth.js";
import { Icon } from "../Icon/Icon.js";
import { here } from "../../lib/here.js";
import { loadMapLibrary } from "../../lib/map/library.js";
import { Buttons } from "./Buttons.js";
import { Scale } from "./Scale.js";
import { pause } from "../../lib/painted.js";

/**
 * A map that fingers move. It fills its box; whoever places it puts a list of the same places beside it.
 *
 * @typedef {import('../../lib/api.js').Summary} Summary
 * @typedef {import('../../lib/map/canvas.js').MapCanvas} Canvas
 * @param {object} props
 * @param {string} props.label - what it shows, for whoever doesn't see it
 * @param {Summary[]} props.places
 * @param {?string} [props.chosen]
 * @param {(places: Summary[]) => void} props.onTouch - one place, several at the same spot, or none
 * @param {Summary[]} [props.nearby]
 * @param {?import('../../lib/map/canvas.js').Way} [props.way]
 * @param {?import('../../lib/geo.js').Position} [props.finger] - on the way
 * @param {string} props.address - the same in all languages, under which the map remembers where it looked
 * @param {any} [props.children] - cards over the map
 */
export function Map({ label, places, chosen = null, onTouch, nearby = [], way = null, finger = null, address, children }) {
  const { state, screen, words, catalogue } = useHere();
  const { maps } = screen.parts;
  const box = useRef(/** @type {?HTMLDivElement} */ (null));
  const cards = useRef(/** @type {?HTMLDivElement} */ (null));
  const canvas = useRef(/** @type {?Canvas} */ (null));
  const [phase, setPhase] = useState(/** @type {"loading" | "ready" | "away"} */ ("loading"));
  const [attempt, setAttempt] = useState(0);
  const [view, setView] = useState(/** @type {?import('../../lib/map/canvas.js').View} */ (null));
  const [base, setBase] = useState(/** @type {?import('../../lib/map/base.js').Base} */ (null));

  const drawnFor = `${state.comfort.contrast}/${textSize()}`; // a canvas doesn't follow the style sheets by itself
  const latest = useRef(/** @type {any} */ (null));
  latest.current = {
    onTouch,
    shown: { places, chosen, nearby, way, here: { name: words.t("map.office"), position: catalogue && here(catalogue, screen.session.screen) } },
  };

  useEffect(() => {
    if (!catalogue) return;
    let gone = false;
    const open = async () => {
      try {
        const [ol, laid, { makeMap }] = await Promise.all([loadMapLibrary(), maps.base(catalogue), import("../../lib/map/make.js")]);
        await pause();
        if (gone || !box.current) return;
        const made = await makeMap(ol, {
          box: box.current,
          catalogue,
          base: laid,
          onTouch: (/** @type {Summary[]} */ found) => latest.current.onTouch(found),
          onView: setView,
          onMissing: async () => (await maps.replaced(laid.tiles)) && !gone && setAttempt(attempt + 1),
        });
        await pause();
        if (gone) return made.dispose();
        canvas.current = made;
        made.cover(covered(cards.current));
        made.open(latest.current.shown, maps.slice.looks[address]);
        setBase(laid);
        setPhase("ready");
      } catch (error) {
        if (!gone) setPhase("away");
        console.warn("The map can't be shown:", error);
      }
    };
    open();
    return () => {
      gone = true;
      if (canvas.current) maps.leave(address, canvas.current.look);
      canvas.current?.dispose();
      canvas.current = null;
    };
  }, [attempt, address, catalogue, drawnFor]);

  // Drawn anew when what it shows changes, not each time the minute does.
  const ids = (/** @type {Summary[]} */ list) => list.map(({ id }) => id).join(" ");
  const drawn = [words.lang, chosen, ids(places), ids(nearby), way?.kind].join("|");
  useEffect(() => {
    canvas.current?.cover(covered(cards.current));
    canvas.current?.show(latest.current.shown);
  }, [drawn]);
  const sought = `${ids(places)}|${ids(nearby)}`;
  const before = useRef(sought);
  useEffect(() => {
    if (before.current !== sought) canvas.current?.fit();
    before.current = sought;
  }, [sought]);
  useEffect(() => canvas.current?.pointAt(finger), [finger]);

  const retry = () => {
    setPhase("loading");
    setAttempt(attempt + 1);
  };
  return html`<div class="map" data-phase=${phase} data-base=${base?.tiles ? "tiles" : "drawn"}>
    <div class="map-canvas" ref=${box} tabindex="0" role="application" aria-label=${label} aria-describedby="map-help" />
    <p class="hidden" id="map-help">${words.t("maps.help")}</p>
    ${phase === "loading" && html`<p class="map-message" role="status">${words.t("loading")}</p>`}
    ${phase === "away" &&
    html`<div class="map-message" role="status">
      <${Icon} name="cloud-off" />
      <p>${words.t("maps.away")}</p>
      <button class="button" onClick=${retry}><${Icon} name="refresh-cw" />${words.t("trouble.retry")}</button>
    </div>`}
    ${phase === "ready" &&
    view &&
    html`<${Buttons} view=${view} onZoom=${(/** @type {number} */ levels) => canvas.current?.zoom(levels)} onFit=${() => canvas.current?.fit()} />
      <${Scale} pixelsPerMetre=${view.pixelsPerMetre} />
      <p class="map-credit">${base?.tiles ? base.tiles.attribution : words.t("maps.schematic")}</p>`}
    <div class="map-cards" ref=${cards}>${children}</div>
  </div>`;
}

/**
 * What cards hide of the map, from each side.
 * @param {?HTMLElement} cards
 */
const covered = (cards) => [0, 0, cards?.childElementCount ? cards.offsetHeight : 0, 0];
