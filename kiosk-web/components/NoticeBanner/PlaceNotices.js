import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { noticesOf } from "../../lib/notices.js";
import { Icon } from "../Icon/Icon.js";
import { hazardIcon, noticeTitle } from "./NoticeBanner.js";

/**
 * On a card: that something is announced of this place. It lies on the picture, so that the list keeps its place.
 * @param {{place: string}} props
 */
export function PlaceNotices({ place }) {
  const { state, words } = useHere();
  const [notice] = noticesOf(state.notices.current, place);
  if (!notice) return null;
  return html`<span class=${`notice-mark notice-${notice.level}`}><${Icon} name=${hazardIcon(notice)} />${noticeTitle(notice, words)}</span>`;
}
