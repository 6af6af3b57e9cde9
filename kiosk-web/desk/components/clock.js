/**
 * When something happened, on the office's clock: the time, with the day if that isn't today.
 * @param {string} at - RFC 3339
 * @param {any} state
 */
export function clock(at, { setting, words }) {
  const timeZone = setting?.time_zone;
  const moment = new Date(at);
  const time = new Intl.DateTimeFormat(words.locale, { timeZone, hour: "2-digit", minute: "2-digit" }).format(moment);
  const day = new Intl.DateTimeFormat(words.locale, { timeZone, day: "numeric", month: "short" });
  return day.format(moment) === day.format(new Date()) ? time : `${day.format(moment)}, ${time}`;
}
