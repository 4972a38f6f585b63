import type { Edit } from "./edit.ts";

/** An edit, the record that makes it (any number that is unique over both sides) and the record's side. */
export interface OwnedEdit extends Edit {
  readonly record: number;
  readonly side: "truth" | "query";
}

/** A place between two reference bases; `afterInsertions` is the far side of what is inserted there. */
interface Boundary {
  readonly position: number;
  readonly afterInsertions: boolean;
}

/**
 * Records that match nothing: one side's records that together spell the reference.
 *
 * Each haplotype is cut wherever both sides have spelled the same. Records with edits between the same two cuts belong
 * together, on every haplotype they change. A group with records of one side alone cancels itself.
 *
 * @param haplotypes all edits of each haplotype; both sides must spell the same sequence on each.
 * @returns the record numbers of each such group, ascending.
 */
export function findNoOps(haplotypes: readonly (readonly OwnedEdit[])[]): number[][] {
  const groups = new Map<number, Set<OwnedEdit>>();
  for (const edits of haplotypes) {
    for (const run of cutWhereInSync(edits)) {
      const merged = new Set(run);
      for (const edit of run) {
        for (const other of groups.get(edit.record) ?? []) merged.add(other);
      }
      for (const edit of merged) groups.set(edit.record, merged);
    }
  }
  return [...new Set(groups.values())]
    .filter((group) => new Set([...group].map((edit) => edit.side)).size === 1)
    .map((group) => [...new Set([...group].map((edit) => edit.record))].sort((a, b) => a - b));
}

function cutWhereInSync(edits: readonly OwnedEdit[]): OwnedEdit[][] {
  const positions = new Set(edits.flatMap((edit) => [edit.start, edit.end]));
  const boundaries = [...positions]
    .flatMap((position) => [
      { position, afterInsertions: false },
      { position, afterInsertions: true },
    ])
    .filter((boundary) => inSync(edits, boundary));
  const runs = new Map<number, OwnedEdit[]>();
  for (const edit of edits) {
    const run = boundaries.filter((boundary) => liesAfter(edit, boundary)).length;
    runs.set(run, [...(runs.get(run) ?? []), edit]);
  }
  return [...runs.values()];
}

/** Both sides have spelled equally much there, hence (the whole being equal) the same. */
function inSync(edits: readonly OwnedEdit[], boundary: Boundary): boolean {
  if (edits.some((edit) => edit.start < boundary.position && boundary.position < edit.end)) {
    return false;
  }
  const growth = (side: "truth" | "query") =>
    edits
      .filter((edit) => edit.side === side && !liesAfter(edit, boundary))
      .reduce((sum, edit) => sum + edit.bases.length - (edit.end - edit.start), 0);
  return growth("truth") === growth("query");
}

function liesAfter(edit: Edit, boundary: Boundary): boolean {
  const isInsertion = edit.start === edit.end;
  if (edit.start === boundary.position && isInsertion) {
    return !boundary.afterInsertions;
  }
  return edit.start >= boundary.position;
}
