import type { Edit, Haplotype, Side } from "./haplotype.ts";
import { QUERY, TRUTH } from "./haplotype.ts";
import type { SearchEvent } from "./search-event.ts";

/** An edit that a side may still add, and the event that decides it. */
interface FutureEdit {
  readonly edit: Edit;
  readonly event: number;
}

/**
 * Tells early that a haplotype is lost.
 *
 * What one side has spelled beyond the other is compared only when the other side gets there. Until then every subset
 * of its records looks possible, which are exponentially many behind a long insertion. So each side's certain bases
 * are held against all that the other side could still spell, by a search over that side's records alone.
 */
export class LookAhead {
  readonly #reference: string;
  readonly #edits: readonly [FutureEdit[], FutureEdit[]];
  /** First edit of each side that belongs to an event or a later one, by event. */
  readonly #firstEdit: readonly [Int32Array, Int32Array];

  constructor(events: readonly SearchEvent[], reference: string) {
    this.#reference = reference;
    this.#edits = [futureEdits(events, TRUTH), futureEdits(events, QUERY)];
    this.#firstEdit = [firstEdits(this.#edits[TRUTH], events.length), firstEdits(this.#edits[QUERY], events.length)];
  }

  /** Whether both sides can still come to spell the same, given free choice among the records from event `index` on. */
  hasFuture(haplotype: Haplotype, index: number): boolean {
    const { truthPosition, queryPosition, truthOverhang, queryOverhang } = haplotype;
    return (
      this.#canFollow(truthOverhang, truthPosition, TRUTH, queryOverhang, queryPosition, QUERY, index) &&
      this.#canFollow(queryOverhang, queryPosition, QUERY, truthOverhang, truthPosition, TRUTH, index)
    );
  }

  /** Whether the other side can spell what this one has spelled and will spell before its own next record. */
  #canFollow(
    overhang: string,
    position: number,
    side: Side,
    otherOverhang: string,
    otherPosition: number,
    otherSide: Side,
    index: number,
  ): boolean {
    const next = this.#nextStart(side, index);
    const certain = position < next ? overhang + this.#reference.slice(position, next) : overhang;
    const shared = Math.min(certain.length, otherOverhang.length);
    if (!certain.startsWith(otherOverhang.slice(0, shared))) return false;
    if (shared === certain.length) return true;
    return this.#canSpell(certain, shared, otherPosition, otherSide, this.#firstEdit[otherSide][index], new Set());
  }

  #nextStart(side: Side, index: number): number {
    const edits = this.#edits[side];
    const first = this.#firstEdit[side][index];
    return first < edits.length ? edits[first].edit.start : this.#reference.length;
  }

  /**
   * Whether a side that stands at `position` can spell `text` from `from` on with some of its edits from number
   * `number` on; the end of the window counts as yes.
   *
   * @param failed places that were tried in vain
   */
  #canSpell(text: string, from: number, position: number, side: Side, number: number, failed: Set<number>): boolean {
    const edits = this.#edits[side];
    let at = from;
    let here = position;
    for (let next = number; next < edits.length; next++) {
      const { start, end, bases } = edits[next].edit;
      if (start < here) continue;
      const until = Math.min(start, here + text.length - at);
      if (!text.startsWith(this.#reference.slice(here, until), at)) return false;
      at += until - here;
      here = until;
      if (at === text.length) return true;
      const inserted = Math.min(bases.length, text.length - at);
      if (!text.startsWith(inserted === bases.length ? bases : bases.slice(0, inserted), at)) continue;
      if (at + inserted === text.length) return true;
      const key = (next * this.#reference.length + end) * (text.length + 1) + at + inserted;
      if (failed.has(key)) continue;
      if (this.#canSpell(text, at + inserted, end, side, next + 1, failed)) return true;
      failed.add(key);
    }
    const left = Math.min(this.#reference.length, here + text.length - at);
    return text.startsWith(this.#reference.slice(here, left), at);
  }
}

function futureEdits(events: readonly SearchEvent[], side: Side): FutureEdit[] {
  const found: FutureEdit[] = [];
  events.forEach((event, number) => {
    const record = side === TRUTH ? event.truth : event.query;
    const edits = new Set<Edit>();
    for (const placement of record?.placements ?? []) {
      for (const edit of placement.edits) if (edit !== null) edits.add(edit);
    }
    for (const edit of edits) found.push({ edit, event: number });
  });
  return found.sort((first, second) => first.edit.start - second.edit.start || first.edit.end - second.edit.end);
}

/** Edits are sorted by start, not by event: the first one whose event is not decided yet. */
function firstEdits(edits: readonly FutureEdit[], events: number): Int32Array {
  const first = new Int32Array(events + 1).fill(edits.length);
  edits.forEach(({ event }, number) => {
    first[event] = Math.min(first[event], number);
  });
  for (let event = events - 1; event >= 0; event--) first[event] = Math.min(first[event], first[event + 1]);
  return first;
}
