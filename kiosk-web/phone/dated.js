/**
 * Is there something to put in a calendar? A period between two dates of one year, as the server has it
 * (Sources/Catalogue/Compile/PlaceCalendar.swift).
 * @param {import('../lib/opening.js').Opening} opening
 */
export const isDated = ({ periods }) => periods.some(({ from = "", to = "" }) => from.length === 10 && to.length === 10 && from <= to);
