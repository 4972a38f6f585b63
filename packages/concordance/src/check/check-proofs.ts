import { type CallSet, MAX_PLOIDY } from "../records/call-set.ts";
import type { ContigBases } from "../records/extent.ts";
import type { RangeCalls } from "../solve/exact-pairs.ts";
import type { Labels } from "../solve/labels.ts";
import * as labels from "../solve/labels.ts";
import { basesBetween } from "../solve/window.ts";

/** One chosen record of a superlocus. */
interface ChosenRecord {
  readonly calls: CallSet;
  readonly labels: Labels;
  readonly record: number;
}

interface Superlocus {
  readonly truth: ChosenRecord[];
  readonly query: ChosenRecord[];
}

/**
 * Replays every superlocus of a range on the reference and compares truth and query letter by letter.
 *
 * Knows nothing of the search: it takes each chosen record's alleles by haplotype and makes their trimmed edits.
 *
 * @returns null when all agree, or the id of the first superlocus that does not
 */
export function checkProofs(
  calls: RangeCalls,
  truthLabels: Labels,
  queryLabels: Labels,
  contig: ContigBases,
): number | null {
  const superloci = new Map<string, Superlocus>();
  collect(superloci, "truth", calls.truth, truthLabels);
  collect(superloci, "query", calls.query, queryLabels);
  for (const [key, superlocus] of superloci) {
    if (!spellsTheSame(superlocus, contig)) return Number(key.split(":")[1]);
  }
  return null;
}

function collect(
  superloci: Map<string, Superlocus>,
  side: "truth" | "query",
  calls: CallSet,
  sideLabels: Labels,
): void {
  for (let record = 0; record < calls.count; record++) {
    const kind = sideLabels.kind[record];
    if (kind !== labels.GENOTYPE_MATCH && kind !== labels.ALLELE_MATCH) continue;
    const key = `${kind}:${sideLabels.superlocus[record]}`;
    let superlocus = superloci.get(key);
    if (superlocus === undefined) {
      superlocus = { truth: [], query: [] };
      superloci.set(key, superlocus);
    }
    superlocus[side].push({ calls, labels: sideLabels, record });
  }
}

function spellsTheSame(superlocus: Superlocus, contig: ContigBases): boolean {
  const all = [...superlocus.truth, ...superlocus.query];
  if (superlocus.truth.length === 0 || superlocus.query.length === 0) return false;
  const start = Math.min(...all.map(({ calls, record }) => calls.start[record]));
  const end = Math.max(...all.map(({ calls, record }) => calls.end[record]));
  const reference = basesBetween(contig, start, end);
  for (let haplotype = 0; haplotype < MAX_PLOIDY; haplotype++) {
    const truth = spell(superlocus.truth, haplotype, reference, start);
    const query = spell(superlocus.query, haplotype, reference, start);
    if (truth === null || truth !== query) return false;
  }
  return true;
}

/** One haplotype of one side; null when two of its records overlap. */
function spell(
  records: readonly ChosenRecord[],
  haplotype: number,
  reference: string,
  windowStart: number,
): string | null {
  const edits = records
    .map((chosen) => editOn(chosen, haplotype))
    .filter((edit) => edit !== null)
    .sort((first, second) => first.start - second.start || first.end - second.end);
  let sequence = "";
  let at = windowStart;
  for (const { start, end, bases } of edits) {
    if (start < at) return null;
    sequence += reference.slice(at - windowStart, start - windowStart) + bases;
    at = end;
  }
  return sequence + reference.slice(at - windowStart);
}

function editOn(
  { calls, labels: sideLabels, record }: ChosenRecord,
  haplotype: number,
): { start: number; end: number; bases: string } | null {
  const allele = sideLabels.orientation[record * MAX_PLOIDY + haplotype];
  for (let edit = calls.firstEdit[record]; edit < calls.firstEdit[record + 1]; edit++) {
    if (calls.editAllele[edit] !== allele) continue;
    const bases = calls.text.toString("latin1", calls.editBasesStart[edit], calls.editBasesEnd[edit]).toUpperCase();
    return { start: calls.editStart[edit], end: calls.editEnd[edit], bases };
  }
  return null;
}
