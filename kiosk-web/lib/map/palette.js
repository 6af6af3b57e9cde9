/** Colours of the map, read from the tokens in force where it stands: a canvas knows no custom properties. */

const TOKENS = /** @type {const} */ ({
  paper: "--paper", ground: "--stone-1", outside: "--stone-2", edge: "--stone-3", village: "--stone-5", ink: "--ink", quiet: "--ink-2",
  here: "--terracotta", hereText: "--terracotta-deep", greenway: "--river",
});

/**
 * @typedef {Record<keyof typeof TOKENS, string> & {theme: (kind: string) => string, text_px: number}} Palette
 * @param {HTMLElement} box - where the map stands
 * @param {string[]} kinds - of places, each with its colour
 * @returns {Palette}
 */
export function palette(box, kinds) {
  // A probe takes each colour on, so that whatever the tokens say (another token, light or dark) comes back as plain RGB.
  const probe = document.createElement("i");
  box.append(probe);
  const read = (/** @type {string} */ token) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const colours = Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, read(token)]));
  const themes = new Map(
    kinds.map((kind) => {
      probe.className = `theme-${kind}`;
      return [kind, read("--theme")];
    }),
  );
  probe.remove();
  return {
    .../** @type {any} */ (colours),
    theme: (/** @type {string} */ kind) => themes.get(kind) ?? colours.here,
    text_px: parseFloat(getComputedStyle(document.documentElement).fontSize),
  };
}
