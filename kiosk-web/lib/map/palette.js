/** Colours of the map, read from the tokens in force where it stands: a canvas knows no custom properties. */

const TOKENS = /** @type {const} */ ({
  paper: "--paper", ground: "--stone-1", outside: "--stone-2", edge: "--stone-3", village: "--stone-5", ink: "--ink", quiet: "--ink-2",
  here: "--terracotta", hereText: "--terracotta-deep", greenway: "--river",
});

/**
 * @typedef {Record<keyof typeof TOKENS, string> & {theme: (kind: string) => string, text_px: number}} Palette
 * @param {HTMLElement} box - where the map stands
 * @returns {Palette}
 */
export function palette(box) {
  const style = getComputedStyle(box);
  const read = (/** @type {string} */ token) => style.getPropertyValue(token).trim();
  /** @type {Map<string, string>} */
  const themes = new Map();
  return {
    .../** @type {any} */ (Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, read(token)]))),
    theme: (kind) => {
      if (!themes.has(kind)) themes.set(kind, themeColour(box, kind));
      return /** @type {string} */ (themes.get(kind));
    },
    text_px: parseFloat(getComputedStyle(document.documentElement).fontSize),
  };
}

/**
 * The colour the style sheets give to a theme.
 * @param {HTMLElement} box
 * @param {string} kind
 */
function themeColour(box, kind) {
  const probe = document.createElement("i");
  probe.className = `theme-${kind}`;
  box.append(probe);
  const colour = getComputedStyle(probe).getPropertyValue("--theme").trim();
  probe.remove();
  return colour;
}
