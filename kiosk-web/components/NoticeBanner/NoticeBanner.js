import { html, useLayoutEffect, useRef } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { gravest, noticesFor, textOf } from "../../lib/notices.js";
import { Icon } from "../Icon/Icon.js";
import { Text } from "../Text/Text.js";

const LEVELS = { info: "info", warning: "triangle-alert", alert: "octagon-alert" };
const HAZARDS = { flood: "waves", fire: "flame", heat: "thermometer-sun", storm: "cloud-lightning", closure: "construction" };

/** @param {import('../../lib/api.js').Notice} notice */
export const levelIcon = ({ level }) => LEVELS[level];

/** @param {import('../../lib/api.js').Notice} notice */
export const hazardIcon = ({ level, hazard }) => (hazard ? HAZARDS[hazard] : LEVELS[level]);

/**
 * What is announced, above every page. It comes over the page, and the page then begins below it, scrolled by as much: nothing moves
 * under a finger.
 */
export function NoticeBanner() {
  const { state, screen, words } = useHere();
  const { current, folded } = state.notices;
  const { page, id } = state.route;
  const taken = page === "welcome" ? gravest(current) : null;
  const shown = noticesFor(current, page === "place" ? id : undefined).filter((notice) => notice !== taken);
  const box = useRef(/** @type {?HTMLElement} */ (null));
  const address = `${page}/${id}`;
  const seen = useRef(address);
  useLayoutEffect(() => {
    // Asked only when there is something: the question alone has the whole page laid out.
    makeRoom(shown.length > 0 ? (box.current?.offsetHeight ?? 0) : 0, { fresh: seen.current !== address });
    seen.current = address;
  });
  const list = (/** @type {boolean} */ grave) =>
    (folded ? shown.slice(0, 1) : shown)
      .filter(({ level }) => (level === "alert") === grave)
      .map((notice) => html`<${Notice} notice=${notice} others=${folded ? shown.length - 1 : null} key=${notice.id} />`);
  return html`<aside ref=${box} class=${`notices notice-${shown[0]?.level}`} lang=${words.lang} aria-label=${words.t("notice.label")} hidden=${shown.length === 0}>
    <div class="notices-list">
      <div role="alert">${list(true)}</div>
      <div role="status">${list(false)}</div>
    </div>
    <button class="notices-fold" aria-expanded=${folded ? "false" : "true"} onClick=${() => screen.parts.notices.fold()}>
      <${Icon} name=${folded ? "chevron-down" : "chevron-up"} /><span class="hidden">${words.t(folded ? "notice.unfold" : "notice.fold")}</span>
    </button>
  </aside>`;
}

/** @param {{notice: import('../../lib/api.js').Notice, others: ?number}} props - others: folded, how many more there are */
function Notice({ notice, others }) {
  const { words } = useHere();
  const folded = others !== null;
  return html`<div class=${`notice notice-${notice.level} ${folded ? "notice-folded" : ""}`}>
    <${Icon} name=${hazardIcon(notice)} class="notice-icon" />
    <p class="notice-title">${noticeTitle(notice, words)}${folded && others > 0 && ` · ${words.t("notice.more", { n: others })}`}</p>
    ${!folded && html`<p class="notice-text"><${Text} of=${textOf(notice, words.lang)} /></p>`}
  </div>`;
}

/**
 * @param {import('../../lib/api.js').Notice} notice
 * @param {import('../../lib/i18n.js').Translator} words
 */
export function noticeTitle({ level, hazard }, words) {
  const word = words.t(`notice.level.${level}`);
  return hazard ? `${word} · ${words.t(`notice.hazard.${hazard}`)}` : word;
}

/**
 * The page begins below the banner. Where it was begun without, it is scrolled by as much as it grows; where the banner is gone, the
 * room stays until the next page.
 * @param {number} height
 * @param {{fresh: boolean}} how - fresh: a page just drawn, that nobody touches yet
 */
function makeRoom(height, { fresh }) {
  const { style } = document.documentElement;
  const before = Number.parseFloat(style.getPropertyValue("--notices")) || 0;
  if (height === before || (height < before && !fresh)) return;
  const top = scrollY;
  style.setProperty("--notices", `${height}px`);
  if (!fresh) scrollTo(0, top + height - before); // the page itself is told not to anchor: both would add up
}
