import { useMemo } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { find } from "../../lib/results.js";

/**
 * What the choices give at this moment, in the words of the button that shows it.
 * @param {import('../../lib/api.js').Summary[]} places
 * @param {import('../../lib/api.js').Position} from
 * @returns {{text: string, more: ?string}}
 */
export function useCount(places, from) {
  const { state, words } = useHere();
  const { chosen } = state.finding;
  const { now } = state;
  const { fits, maybe } = useMemo(() => find(places, chosen, { now, from }), [places, chosen, now, from]);
  if (fits.length > 0) return { text: words.t("find.show", { n: fits.length }), more: maybe.length > 0 ? words.t("results.maybeCount", { n: maybe.length }) : null };
  if (maybe.length > 0) return { text: words.t("find.showMaybe", { n: maybe.length }), more: null };
  return { text: words.t("find.showNone"), more: null };
}
