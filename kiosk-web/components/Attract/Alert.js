import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { textOf } from "../../lib/notices.js";
import { hazardIcon, levelIcon, noticeTitle } from "../NoticeBanner/NoticeBanner.js";
import { Icon } from "../Icon/Icon.js";
import { Text } from "../Text/Text.js";

/**
 * An alert takes the place of the loop: what it is and what to do, in each language in turn. On a small screen it scrolls, with the keyboard too.
 * @param {{notice: import('../../lib/api.js').Notice}} props
 */
export function Alert({ notice }) {
  const { words } = useHere();
  const { level, hazard } = notice;
  return html`<section class=${`alert notice-${level}`} lang=${words.lang} tabindex="0" aria-label=${noticeTitle(notice, words)}>
    <div class="alert-words" key=${words.lang}>
      <${Icon} name=${hazardIcon(notice)} class="alert-icon" />
      <p class="alert-level"><${Icon} name=${levelIcon(notice)} />${words.t(`notice.level.${level}`)}</p>
      ${hazard && html`<h2 class="alert-title">${words.t(`notice.hazard.${hazard}`)}</h2>`}
      <p class="alert-text"><${Text} of=${textOf(notice, words.lang)} /></p>
    </div>
  </section>`;
}
