import { type CallSet, MAX_PLOIDY } from "../records/call-set.ts";
import type { ContigBases } from "../records/extent.ts";
import type { Labels } from "../solve/labels.ts";
import * as labels from "../solve/labels.ts";
import { basesBetween } from "../solve/window.ts";

/** The records of both sides. */
interface SidesToCheck {
  readonly truth: CallSet;
  readonly query: CallSet;
}

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
 * Replays every superlocus of a range on the reference and compares truth and query letter by letter; each record that
 * matches by genotype must stand there with the alleles of its genotype, in some order.
 *
 * Knows nothing of the search: it takes each chosen record's alleles by haplotype and makes their trimmed edits.
 *
 * @returns null when all agree, or the id of the first superlocus that does not
 */
export function checkProofs(
  calls: SidesToCheck,
  truthLabels: Labels,
  queryLabels: Labels,
  contig: ContigBases,
): number | null {
  const superloci = new Map<string, Superlocus>();
  collect(superloci, "truth", calls.truth, truthLabels);
  collect(superloci, "query", calls.query, queryLabels);
  for (const [key, superlocus] of superloci) {
    const inOrder = [...superlocus.truth, ...superlocus.query].every(ordersGenotype);
    if (!inOrder || !spellsTheSame(superlocus, contig)) return Number(key.split(":")[1]);
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

/** Whether the alleles on the haplotypes are those of the genotype; what matched as an allele need not have them all. */
function ordersGenotype({ calls, labels: sideLabels, record }: ChosenRecord): boolean {
  const ploidy = calls.ploidy[record];
  if (sideLabels.kind[record] !== labels.GENOTYPE_MATCH || ploidy === 0) return true;
  const at = record * MAX_PLOIDY;
  const called = [...calls.alleles.subarray(at, at + ploidy)];
  const placed = [...sideLabels.orientation.subarray(at, at + MAX_PLOIDY)].filter((allele) => allele >= 0);
  // One allele throughout fits any ploidy: haploid 1 equals 1/1.
  if ([...called, ...placed].every((allele) => allele === called[0])) return placed.length > 0;
  // 0/1 equals 0/0/1/1: of more haplotypes, each allele takes as many more.
  const copies = Math.ceil(placed.length / called.length);
  const spread = called.flatMap((allele) => new Array<number>(copies).fill(allele));
  return spread.sort().join() === placed.sort().join();
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
