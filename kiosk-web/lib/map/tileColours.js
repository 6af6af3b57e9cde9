/**
 * The colours of the office's tiles: the tokens in force, and mixtures of them with the ground. High contrast needs nothing of its
 * own but roads that are light on dark, since its tokens are others.
 * @typedef {ReturnType<typeof tileColours>} TileColours
 */
export function tileColours() {
  const probe = document.createElement("i");
  document.body.append(probe);
  const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d", { willReadFrequently: true }));
  /** @type {(token: string) => number[]} - whatever way a token is written, a painted pixel tells its colour */
  const token = (name) => {
    probe.style.color = `var(${name})`;
    pen.fillStyle = getComputedStyle(probe).color;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data.subarray(0, 3)];
  };
  const css = (/** @type {number[]} */ [red, green, blue]) => `rgb(${red} ${green} ${blue})`;
  const mix = (/** @type {number[]} */ one, /** @type {number[]} */ other, /** @type {number} */ share) =>
    css(one.map((value, i) => Math.round(value * share + other[i] * (1 - share))));

  const [paper, stone1, stone2, stone3, stone4, stone5] = ["--paper", "--stone-1", "--stone-2", "--stone-3", "--stone-4", "--stone-5"].map(token);
  const [ink, quiet, olive, vine, river] = ["--ink", "--ink-2", "--olive", "--vine", "--river"].map(token);
  const [terracotta, ochre] = ["--terracotta", "--ochre-deep"].map(token);
  const font = getComputedStyle(document.documentElement).getPropertyValue("--font").trim();
  probe.remove();

  const isDark = paper[1] < 128;
  const on = (/** @type {number[]} */ colour, /** @type {number} */ share) => mix(colour, stone1, share);
  const road = isDark ? stone4 : paper;
  return {
    font,
    text: css(ink),
    quiet: css(quiet),
    halo: css(stone1),
    paper: css(paper),
    ground: /** @type {Record<string, string>} */ ({
      forest: on(olive, 0.3), scrub: on(olive, 0.17), vineyard: on(vine, 0.12), orchard: on(olive, 0.11), field: on(ochre, 0.09), grass: on(olive, 0.13),
      park: on(olive, 0.2), pitch: on(olive, 0.22), cemetery: on(olive, 0.15), wetland: on(river, 0.13), town: css(stone2), industry: mix(stone3, stone2, 0.4),
      rock: on(stone5, 0.25), sand: on(ochre, 0.15), quarry: on(stone5, 0.2),
    }),
    water: mix(river, paper, isDark ? 0.45 : 0.34),
    waterway: mix(river, paper, isDark ? 0.8 : 0.5),
    waterText: css(river),
    building: isDark ? css(stone3) : mix(stone4, stone3, 0.55),
    buildingEdge: css(isDark ? stone1 : stone4),
    roads: /** @type {Record<string, string>} */ ({
      motorway: mix(terracotta, road, 0.4), main: mix(ochre, road, 0.32), secondary: mix(ochre, road, 0.14), minor: css(road), pedestrian: css(road),
      service: css(isDark ? stone3 : stone4), track: css(stone5), path: mix(terracotta, stone5, 0.55), steps: mix(terracotta, stone5, 0.55), rail: mix(quiet, stone4, 0.6),
      cycleway: css(river), greenway: css(river),
    }),
    // Without edges, a line must tell itself from the ground.
    roadsFar: /** @type {Record<string, string>} */ ({
      motorway: mix(terracotta, stone3, 0.6), main: mix(ochre, stone4, 0.45), secondary: css(isDark ? stone3 : stone4), minor: css(stone3), pedestrian: css(stone3), greenway: css(river),
    }),
    roadEdge: isDark ? css(stone1) : mix(stone5, stone4, 0.6),
    greenwayText: css(river),
    signs: { water: css(river), nature: css(olive), heritage: css(terracotta), service: css(quiet), edge: css(stone4) },
  };
}
