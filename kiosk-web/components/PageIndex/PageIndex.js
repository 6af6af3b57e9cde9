import { html, useEffect, useRef, useState } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { Icon } from "../Icon/Icon.js";

/**
 * What a long page holds, always in reach over the bar: a touch leads there.
 * @param {{entries: {title: string, icon: string, text: string}[]}} props - title: id of the heading
 */
export function PageIndex({ entries }) {
  const { words } = useHere();
  const [current, setCurrent] = useState(entries[0].title);
  const chosen = useRef(false); // by a touch: what is nearest to the top doesn't count until somebody scrolls again
  useEffect(() => {
    const moved = () => (chosen.current = false);
    const scrolled = () => {
      if (chosen.current) return;
      const reached = entries.filter(({ title }) => (document.getElementById(title)?.getBoundingClientRect().top ?? Infinity) < innerHeight / 2);
      setCurrent((reached.at(-1) ?? entries[0]).title);
    };
    const signs = ["wheel", "touchmove", "keydown", "pointerdown"];
    signs.forEach((type) => addEventListener(type, moved, { passive: true }));
    addEventListener("scroll", scrolled, { passive: true });
    return () => {
      signs.forEach((type) => removeEventListener(type, moved));
      removeEventListener("scroll", scrolled);
    };
  }, [entries.map(({ title }) => title).join()]);
  const go = (/** @type {string} */ title) => {
    const heading = document.getElementById(title);
    chosen.current = true;
    setCurrent(title);
    heading?.focus({ preventScroll: true });
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches || document.documentElement.dataset.motion === "less";
    if (title === entries[0].title) scrollTo({ top: 0, behavior: calm ? "auto" : "smooth" });
    else heading?.scrollIntoView({ behavior: calm ? "auto" : "smooth" });
  };
  return html`<nav class="page-index" aria-label=${words.t("pageIndex.label")}>
    <div class="page-index-list">${entries.map(
      ({ title, icon, text }) => html`<button key=${title} aria-current=${title === current ? "true" : undefined} onClick=${() => go(title)}>
        <${Icon} name=${icon} /><span>${text}</span>
      </button>`,
    )}</div>
  </nav>`;
}
