import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { Text } from "../Text/Text.js";

/**
 * The hours as they were given. Past the day until which they are known, they are called what they are: the last ones known.
 * @param {{opening: import('../../lib/opening.js').Opening & {note?: import('../../lib/api.js').Text}}} props
 */
export function Hours({ opening }) {
  const { state, words } = useHere();
  const past = opening.knownUntil !== undefined && state.now.date > opening.knownUntil;
  const until = opening.knownUntil && words.t(past ? "place.hoursWere" : "place.hoursUntil", { date: words.date(opening.knownUntil) });
  return html`<div class="hours">
    ${opening.periods.map(
      (period) => html`<p>
        <b>${dates(period, words)}</b><br />
        ${days(period, words)}${words.lang === "fr" ? "\u00a0: " : ": "}${period.byAppointment ? words.t("place.byAppointment") : hours(period, words)}
      </p>`,
    )}
    ${opening.closed.length > 0 && html`<p>${words.t("place.closedOn", { dates: words.list(opening.closed.map((date) => words.date(date))) })}</p>`}
    ${opening.lastEntryMin !== undefined && html`<p>${words.t("place.lastEntry", { duration: words.duration(opening.lastEntryMin) })}</p>`}
    ${opening.note && html`<p><${Text} of=${opening.note} /></p>`}
    ${until && html`<p class="hours-until">${until}</p>`}
  </div>`;
}

/**
 * @param {import('../../lib/opening.js').Period} period
 * @param {import('../../lib/i18n.js').Translator} words
 */
function dates({ from, to }, words) {
  const say = (/** @type {string} */ date) =>
    date.length === 5 ? words.date(`2024-${date}`, { day: "numeric", month: "long" }) : words.date(date);
  if (from && to) return words.t("place.fromTo", { from: say(from), to: say(to) });
  if (from) return words.t("place.from", { from: say(from) });
  if (to) return words.t("place.to", { to: say(to) });
  return words.t("place.allYear");
}

/**
 * @param {import('../../lib/opening.js').Period} period
 * @param {import('../../lib/i18n.js').Translator} words
 */
function days({ days: some }, words) {
  if (!some || some.length === 7) return words.t("place.everyDay");
  return words.list([...some].sort().map((day) => words.weekday(day)));
}

/**
 * @param {import('../../lib/opening.js').Period} period
 * @param {import('../../lib/i18n.js').Translator} words
 */
function hours({ hours: some = [] }, words) {
  return words.list(some.map(([start, end]) => `${words.time(start)}\u2009–\u2009${words.time(end)}`));
}
