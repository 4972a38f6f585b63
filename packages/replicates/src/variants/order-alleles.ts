import { ReplicatesError } from "../error.ts";
import type { LoadedRecords } from "../read/load-records.ts";
import { locateError } from "../read/locate-error.ts";
import type { RunFile } from "../read/run-file.ts";
import type { AlleleList } from "./allele-list.ts";
import { compareAlleles } from "./compare-alleles.ts";

/**
 * Fills `order`. Records are in order of POS, and normalising moves few alleles far, so each is moved to its place
 * from where it stands.
 */
export function orderAlleles(alleles: AlleleList): void {
  const { count } = alleles;
  const order = new Int32Array(count);
  for (let next = 0; next < count; next++) {
    let at = next;
    while (at > 0 && compareAlleles(alleles, order[at - 1], alleles, next) > 0) {
      order[at] = order[at - 1];
      at--;
    }
    order[at] = next;
  }
  alleles.order = order;
}

/** @throws ReplicatesError TS_REPLICATES_DUPLICATE, with file and line, when a run has one variant twice. */
export function refuseDuplicates(alleles: AlleleList, run: RunFile, loaded: LoadedRecords, contig: string): void {
  const { order, count } = alleles;
  for (let place = 1; place < count; place++) {
    const first = order[place - 1];
    const second = order[place];
    if (alleles.start[first] !== alleles.start[second]) continue;
    if (compareAlleles(alleles, first, alleles, second) !== 0) continue;
    throw duplicate(alleles, Math.min(first, second), Math.max(first, second), run, loaded, contig);
  }
}

function duplicate(
  alleles: AlleleList,
  first: number,
  second: number,
  run: RunFile,
  { columns, position }: LoadedRecords,
  contig: string,
): unknown {
  const [earlier, later] = [alleles.record[first], alleles.record[second]];
  const pos = columns.position[later];
  const where =
    earlier === later
      ? "twice among its ALT alleles"
      : `already in the record at position ${columns.position[earlier]}`;
  const error = new ReplicatesError("TS_REPLICATES_DUPLICATE", `the variant at ${contig}:${pos} is ${where}`, {
    column: 5,
    field: "ALT",
    contig,
    position: pos,
    offset: columns.lineStart[later],
  });
  return locateError(error, run, position);
}
