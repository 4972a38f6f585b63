/**
 * One haplotype while it is being spelled from both call sets.
 *
 * Each side has spelled the reference with its own edits up to `position`; what one side has spelled beyond the
 * other is the overhang. Objects are immutable, so search nodes share them.
 */
export interface Haplotype {
  /** Reference position (0-based, within the window) up to which the truth side has spelled. */
  readonly truthPosition: number;
  readonly queryPosition: number;
  /** The last edit of that side was an insertion at its position: a second one there has no defined order. */
  readonly truthInsertion: boolean;
  readonly queryInsertion: boolean;
  /** Bases that the truth side has spelled and the query side has not yet; at most one overhang is not empty. */
  readonly truthOverhang: string;
  readonly queryOverhang: string;
  /** TRUTH_EDITS, QUERY_EDITS, SHARED_RECORD: what was spelled since the haplotype was last in sync. */
  readonly flags: number;
  /** Identity for merging equal haplotypes; empty when in sync. */
  readonly key: string;
}

/** A record's change to one haplotype: reference bases [start, end) are replaced by `bases`. */
export interface Edit {
  /** 0-based offset in the window. */
  readonly start: number;
  readonly end: number;
  /** Upper-case; empty for a pure deletion. */
  readonly bases: string;
}

export const TRUTH = 0;
export const QUERY = 1;
/** Which call set. */
export type Side = typeof TRUTH | typeof QUERY;

export const TRUTH_EDITS = 1;
export const QUERY_EDITS = 2;
/** An edit belongs to a record that also changes another haplotype. */
export const SHARED_RECORD = 4;

/** Both sides have spelled the same sequence and stand at the same reference position. */
export const IN_SYNC: Haplotype = {
  truthPosition: -1,
  queryPosition: -1,
  truthInsertion: false,
  queryInsertion: false,
  truthOverhang: "",
  queryOverhang: "",
  flags: 0,
  key: "",
};

function haplotype(
  truthPosition: number,
  queryPosition: number,
  truthInsertion: boolean,
  queryInsertion: boolean,
  truthOverhang: string,
  queryOverhang: string,
  flags: number,
): Haplotype {
  const state = flags + (truthInsertion ? 8 : 0) + (queryInsertion ? 16 : 0) + (truthOverhang === "" ? 0 : 32);
  const key = `${truthPosition},${queryPosition},${state}${truthOverhang}${queryOverhang}`;
  return { truthPosition, queryPosition, truthInsertion, queryInsertion, truthOverhang, queryOverhang, flags, key };
}

/** Both sides stand at the position and have spelled the same. */
function isLevelAt(from: Haplotype, truthPosition: number, queryPosition: number, position: number): boolean {
  return (
    truthPosition === position && queryPosition === position && from.truthOverhang === "" && from.queryOverhang === ""
  );
}

/** True when the edits spelled since the last sync come from one side's own records alone: they cancel each other. */
function spellsReference(flags: number): boolean {
  return flags === TRUTH_EDITS || flags === QUERY_EDITS;
}

/**
 * Spells both sides of a haplotype along the reference up to `position`.
 *
 * Returns the haplotype there, IN_SYNC when both sides agree, or null when they spell different sequences or when
 * one side's records cancelled each other (a no-op is no match).
 */
export function advance(from: Haplotype, position: number, reference: string): Haplotype | null {
  if (from === IN_SYNC) return from;
  const { truthPosition, queryPosition } = from;
  if (truthPosition > position && queryPosition > position) return from;
  let truth = from.truthOverhang;
  let query = from.queryOverhang;
  if (truthPosition < position) truth += reference.slice(truthPosition, position);
  if (queryPosition < position) query += reference.slice(queryPosition, position);
  const shared = Math.min(truth.length, query.length);
  if (shared > 0) {
    if (truth.length === shared ? !query.startsWith(truth) : !truth.startsWith(query)) return null;
    truth = truth.slice(shared);
    query = query.slice(shared);
  }
  const truthAt = Math.max(truthPosition, position);
  const queryAt = Math.max(queryPosition, position);
  const truthInsertion = from.truthInsertion && truthPosition === truthAt;
  const queryInsertion = from.queryInsertion && queryPosition === queryAt;
  if (truth === "" && query === "" && truthAt === queryAt && !truthInsertion && !queryInsertion) {
    if (truthAt === position) return spellsReference(from.flags) ? null : IN_SYNC;
  }
  return haplotype(truthAt, queryAt, truthInsertion, queryInsertion, truth, query, from.flags);
}

/**
 * Adds one edit to one side of a haplotype that has been advanced to `position`, the start of the edit's record.
 *
 * Returns null when the edit overlaps an earlier edit of that side or when the sides now spell different sequences.
 */
export function applyEdit(
  from: Haplotype,
  side: Side,
  edit: Edit,
  sharedRecord: boolean,
  position: number,
  reference: string,
): Haplotype | null {
  const inSync = from === IN_SYNC;
  const truthPosition = inSync ? position : from.truthPosition;
  const queryPosition = inSync ? position : from.queryPosition;
  const at = side === TRUTH ? truthPosition : queryPosition;
  const insertion = edit.start === edit.end;
  if (edit.start < at) return null;
  let earlier = from.flags;
  // Insertions at a point come before other edits there, so that both sides may be in sync just behind them.
  if (!insertion && edit.start === position && isLevelAt(from, truthPosition, queryPosition, position)) {
    if (spellsReference(earlier)) return null;
    earlier = 0;
  }
  if (edit.start === at && insertion && (side === TRUTH ? from.truthInsertion : from.queryInsertion)) return null;
  let spelled = side === TRUTH ? from.truthOverhang : from.queryOverhang;
  let other = side === TRUTH ? from.queryOverhang : from.truthOverhang;
  if (edit.start > at) spelled += reference.slice(at, edit.start);
  spelled += edit.bases;
  const shared = Math.min(spelled.length, other.length);
  if (shared > 0) {
    if (spelled.length === shared ? !other.startsWith(spelled) : !spelled.startsWith(other)) return null;
    spelled = spelled.slice(shared);
    other = other.slice(shared);
  }
  const flags = earlier | (side === TRUTH ? TRUTH_EDITS : QUERY_EDITS) | (sharedRecord ? SHARED_RECORD : 0);
  return side === TRUTH
    ? haplotype(edit.end, queryPosition, insertion, from.queryInsertion, spelled, other, flags)
    : haplotype(truthPosition, edit.end, from.truthInsertion, insertion, other, spelled, flags);
}
