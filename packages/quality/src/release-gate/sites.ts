import { QualityError } from "../error.ts";
import type { GateRecord } from "./gate-record.ts";

/** All records of one position, of both versions. */
export interface Site {
  readonly contig: string;
  /** 1-based. */
  readonly position: number;
  readonly current: readonly GateRecord[];
  readonly candidate: readonly GateRecord[];
}

/** The records of one version at one position. */
interface Group {
  /** Number of the contig in the reference. */
  readonly contig: number;
  readonly position: number;
  readonly records: readonly GateRecord[];
}

/**
 * Walks through two results side by side, position by position; no more than one position is in memory.
 *
 * @param contigs names in the order of the reference, in which both results are written.
 * @throws QualityError TS_COMPARISONS_DIFFER for a contig that the reference lacks, or records out of order.
 */
export function* sitesOf(
  current: Iterable<GateRecord>,
  candidate: Iterable<GateRecord>,
  contigs: readonly string[],
): Generator<Site> {
  const order = new Map(contigs.map((name, number) => [name, number]));
  const left = groupsOf(current, order, "current");
  const right = groupsOf(candidate, order, "candidate");
  let a = left.next();
  let b = right.next();
  while (!a.done || !b.done) {
    const side = a.done ? 1 : b.done ? -1 : compareGroups(a.value, b.value);
    const { contig, position } = (side <= 0 ? a.value : b.value) as Group;
    yield {
      contig: contigs[contig],
      position,
      current: side <= 0 ? (a.value as Group).records : [],
      candidate: side >= 0 ? (b.value as Group).records : [],
    };
    if (side <= 0) a = left.next();
    if (side >= 0) b = right.next();
  }
}

function compareGroups(first: Group, second: Group): number {
  return first.contig - second.contig || first.position - second.position;
}

function* groupsOf(
  records: Iterable<GateRecord>,
  order: ReadonlyMap<string, number>,
  version: string,
): Generator<Group, undefined> {
  let group: { contig: number; position: number; records: GateRecord[] } | null = null;
  for (const record of records) {
    const contig = order.get(record.contig);
    if (contig === undefined) {
      throw new QualityError(
        "TS_COMPARISONS_DIFFER",
        `${record.contig} of the ${version} version is not in its reference`,
      );
    }
    if (group !== null && group.contig === contig && group.position === record.position) {
      group.records.push(record);
      continue;
    }
    const next: Group & { records: GateRecord[] } = { contig, position: record.position, records: [record] };
    if (group !== null) {
      if (compareGroups(group, next) > 0) {
        throw new QualityError(
          "TS_COMPARISONS_DIFFER",
          `${record.contig}:${record.position} of the ${version} version is out of order`,
        );
      }
      yield group;
    }
    group = next;
  }
  if (group !== null) yield group;
}
