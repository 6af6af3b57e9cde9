import { addDays, presentStatus, statusAt, weekday } from "./opening.js";

/**
 * The status of the moment in words.
 *
 * @typedef {"open" | "soon" | "closed" | "plain" | "check"} Tone
 * @param {import('./i18n.js').Translator} words
 * @param {import('./opening.js').Opening} opening
 * @param {import('./opening.js').Moment} now
 * @param {{trail?: boolean, phone?: boolean}} [about] - a trail is simply there: nothing is said of its hours unless it has some
 * @returns {?{tone: Tone, text: string, detail: ?string}}
 */
export function describeStatus(words, opening, now, { trail = false, phone = true } = {}) {
  const found = statusAt(opening, now);
  const say = (/** @type {Tone} */ tone, /** @type {string} */ text, /** @type {?string} */ detail = null) => ({ tone, text, detail });
  const t = words.t.bind(words);
  switch (found.status) {
    case "always":
      return trail ? null : say("open", t("status.always"));
    case "unknown":
      return trail ? null : say("plain", t("status.unknown"));
    case "by-appointment":
      return say("plain", t(opening.kind === "by-appointment" ? "status.appointment" : "status.appointmentToday"));
    case "open": {
      const detail = found.lastEntry ? t("status.lastEntry", { time: words.time(found.lastEntry.minute) }) : null;
      const farAway = found.until && found.until.date > addDays(now.date, 1);
      return say("open", farAway ? t("status.openAllDay") : t("status.open", { time: words.time(found.until?.minute ?? 0) }), detail);
    }
    case "opens":
      return say("soon", t("status.opens", { time: words.time(found.at?.minute ?? 0) }));
    case "out-of-date":
      return say("check", t(phone ? "status.outOfDate" : "status.outOfDateNoPhone"));
    case "closed": {
      const today = found.next?.date === now.date;
      return say("closed", t(today ? "status.closedNow" : "status.closed"), next(words, found.next, now));
    }
    case "out-of-season":
      return say("closed", t("status.outOfSeason"), next(words, found.next, now));
  }
}

/**
 * @param {import('./i18n.js').Translator} words
 * @param {import('./opening.js').Moment | undefined} at
 * @param {import('./opening.js').Moment} now
 */
function next(words, at, now) {
  if (!at) return null;
  const time = words.time(at.minute);
  if (at.date === addDays(now.date, 1)) return words.t("status.tomorrow", { time });
  if (at.date <= addDays(now.date, 6)) return words.t("status.weekday", { day: words.weekday(weekday(at.date)), time });
  return words.t("status.date", { day: words.date(at.date, { day: "numeric", month: "long" }) });
}

/**
 * Can somebody go there at this moment?
 * @param {import('./opening.js').Opening} opening
 * @param {import('./opening.js').Moment} now
 */
export function isOpen(opening, now) {
  return ["open", "always"].includes(presentStatus(opening, now).status);
}
