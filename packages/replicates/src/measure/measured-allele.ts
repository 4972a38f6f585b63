import type { VcfColumns } from "@touchstone/formats";
import type { RunRecords } from "../read/extract-alleles.ts";
import type { LoadedRecords } from "../read/load-records.ts";
import type { AlleleList } from "../variants/allele-list.ts";
import { compareAlleles } from "../variants/compare-alleles.ts";
import type { ReferenceBlocks } from "../variants/reference-blocks.ts";

/** Why a variant has no VAF. */
export type UnmeasuredReason = "absent" | "reference block" | "no allele depths" | "no reads" | "split record";

/** What the calls say of one variant: its VAF and depth, or why there is none. */
export type AlleleMeasurement =
  | { readonly vaf: number; readonly depth: number }
  | { readonly reason: UnmeasuredReason; readonly depth: number | null };

const REFERENCE_ONLY: ReadonlySet<string> = new Set([".", "<NON_REF>", "<*>"]);

/** Numbers of the alleles of `calls` that are the wanted one. */
export function matches(calls: AlleleList, wanted: AlleleList, allele: number): number[] {
  const found: number[] = [];
  for (let other = 0; other < calls.count; other++) {
    if (compareAlleles(wanted, allele, calls, other) === 0) found.push(other);
  }
  return found;
}

/**
 * VAF and depth of the allele that was found, if any.
 *
 * @param found number of the allele in the records; undefined where no record has it
 * @param needsAllReads whether the VAF is a fraction of the reads of all alleles
 */
export function measureAllele(
  { alleles, blocks }: RunRecords,
  loaded: LoadedRecords,
  wanted: AlleleList,
  allele: number,
  found: number | undefined,
  needsAllReads: boolean,
): AlleleMeasurement {
  if (found === undefined) return withoutRecord(blocks, wanted.start[allele], wanted.deleted[allele]);
  const depth = alleles.depth[found];
  if (depth < 0) return { reason: "no allele depths", depth: null };
  if (needsAllReads && isSplit(loaded, alleles.record[found])) return { reason: "split record", depth };
  if (depth === 0) return { reason: "no reads", depth: 0 };
  return { vaf: alleles.fraction[found], depth };
}

/** A block tells how many reads there were, not how many of them were of which allele. */
function withoutRecord(blocks: ReferenceBlocks, start: number, deleted: number): AlleleMeasurement {
  const depth = blocks.depthOver(start, start + deleted);
  return depth < 0 ? { reason: "absent", depth: null } : { reason: "reference block", depth };
}

/**
 * Whether the record may be a part of one with several ALT alleles, as `bcftools norm -m -` makes them: each part has the reads
 * of REF and of its own allele, so reads of the others are missing from the sum. With `-f` it also trims each part, which then
 * has a REF and maybe a POS of its own. So another record at the same POS tells of it, or one with a REF that overlaps, where
 * both have one ALT allele: a record that lists several, `*` of an upstream deletion or `<NON_REF>` among them, was not split.
 */
function isSplit({ text, columns }: LoadedRecords, record: number): boolean {
  const start = columns.position[record];
  const end = refEnd(columns, record);
  const isSingle = !altOf(text, columns, record).includes(",");
  for (let other = 0; other < columns.count && columns.position[other] < end; other++) {
    if (other === record || refEnd(columns, other) <= start) continue;
    const alt = altOf(text, columns, other);
    if (REFERENCE_ONLY.has(alt)) continue;
    if (columns.position[other] === start) return true;
    // `*` alone is about a deletion upstream, which has its own record.
    if (isSingle && alt !== "*" && !alt.includes(",")) return true;
  }
  return false;
}

/** Position after the last base of REF, 1-based as POS. */
function refEnd({ position, refStart, altStart }: VcfColumns, record: number): number {
  return position[record] + altStart[record] - 1 - refStart[record];
}

function altOf(text: Buffer, columns: VcfColumns, record: number): string {
  return text.toString("latin1", columns.altStart[record], columns.qualStart[record] - 1);
}
