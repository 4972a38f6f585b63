import { searchHaplotypes } from "../search/haplotype-search.ts";
import type { SearchEvent } from "../search/search-event.ts";

/** The order of the search: by start, then end, then content, and never by side. */
export function inOrder(events: readonly (SearchEvent | null)[]): SearchEvent[] {
  const end = (event: SearchEvent): number => Math.max(event.truth?.end ?? 0, event.query?.end ?? 0);
  const hash = (event: SearchEvent): number => (event.truth?.hash ?? 0) + (event.query?.hash ?? 0);
  return events
    .filter((event) => event !== null)
    .sort((first, second) => first.start - second.start || end(first) - end(second) || hash(first) - hash(second));
}

/** Pairs as required events: each, in order, that still fits on the haplotypes with those before it. */
export function placeableTogether(pairs: readonly SearchEvent[], reference: string, haplotypes: number): SearchEvent[] {
  let kept: SearchEvent[] = [];
  for (const pair of inOrder(pairs)) {
    const more = inOrder([...kept, { ...pair, required: true }]);
    if (searchHaplotypes(more, reference, haplotypes) !== null) kept = more;
  }
  return kept;
}
