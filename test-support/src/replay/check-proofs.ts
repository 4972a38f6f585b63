import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { type ChosenRecord, editOnHaplotype, replaySuperlocus } from "./replay-superlocus.ts";

/** What replaying a comparison's output showed. */
export interface ProofReport {
  /** Superloci with at least one true positive. */
  readonly superloci: number;
  readonly truthTp: number;
  readonly queryTp: number;
  /** Allele matches (`am`), replayed on one haplotype; a row counts once for each side. */
  readonly alleleMatches: number;
  /** One line a failure, starting with the place; empty when every match is proven. */
  readonly failures: readonly string[];
}

type Side = "truth" | "query";

interface Match extends ChosenRecord {
  readonly side: Side;
  /** BD is TP; matches outside the confident regions are part of a proof as well. */
  readonly isTruePositive: boolean;
  /** Matched by allele (BK `am`): says nothing of what else the haplotypes carry. */
  readonly byAllele: boolean;
}

/** A superlocus and the span of its edits, 0-based and half-open. */
interface Proven {
  readonly start: number;
  readonly end: number;
  readonly place: string;
  readonly truth: readonly ChosenRecord[];
  readonly query: readonly ChosenRecord[];
}

/**
 * Replays every match of a comparison's output on the reference, from the two files alone.
 *
 * Rows with one BS belong together. True positives, and what matches them outside the confident regions, are replayed
 * on as many haplotypes as BO has, allele matches among what was missed on one. A match must name its orientation,
 * which must be an order of its genotype's alleles (called alleles in any dosage, for BK `am`), and superloci that
 * reach into each other must hold together.
 *
 * @param vcfPath GA4GH VCF with INFO BS and FORMAT BO, samples TRUTH and QUERY; plain or gzip.
 * @param fastaPath plain or gzip; read as a whole.
 */
export async function checkProofs(vcfPath: string, fastaPath: string): Promise<ProofReport> {
  const contigs = readFasta(await readText(fastaPath));
  const failures: string[] = [];
  const matches = readMatches(await readText(vcfPath), failures);
  const count = { superloci: 0, truthTp: 0, queryTp: 0, alleleMatches: 0 };
  for (const [contig, superloci] of matches) {
    const reference = contigs.get(contig);
    if (reference === undefined) {
      failures.push(`${contig}: not in the reference`);
      continue;
    }
    const proven: Proven[] = [];
    for (const [key, records] of superloci) {
      const [kind, id] = key.split(":");
      const place = `${contig} BS=${id}`;
      const truth = records.filter((record) => record.side === "truth");
      const query = records.filter((record) => record.side === "query");
      const replay = replaySuperlocus(reference, truth, query);
      failures.push(...replay.failures.map((failure) => `${place} ${kind}: ${failure}`));
      if (kind === "am") {
        count.alleleMatches += records.length;
        continue;
      }
      count.superloci++;
      count.truthTp += truth.filter(({ isTruePositive }) => isTruePositive).length;
      count.queryTp += query.filter(({ isTruePositive }) => isTruePositive).length;
      if (truth.length === 0 || query.length === 0) failures.push(`${place}: only one side has matches`);
      if (replay.span !== null && !records.some(({ byAllele }) => byAllele))
        proven.push({ ...replay.span, place, truth, query });
    }
    failures.push(...contradictions(reference, proven));
  }
  return { ...count, failures };
}

/**
 * Superloci that reach into each other must hold together, whichever haplotype of the one goes with which of the
 * other. Two pairs of the same record hold by themselves: where a call set contradicts itself, both sides do alike.
 * Matches by allele say nothing of what else a haplotype carries.
 */
function contradictions(reference: string, superloci: readonly Proven[]): string[] {
  const sorted = [...superloci].sort((a, b) => a.start - b.start || a.end - b.end);
  const failures: string[] = [];
  for (const [index, first] of sorted.entries()) {
    for (let other = index + 1; other < sorted.length && sorted[other].start < first.end; other++) {
      const second = sorted[other];
      if (!(isSameRecord(first) && isSameRecord(second)) && !holdTogether(reference, first, second)) {
        failures.push(`${second.place} contradicts ${first.place}`);
      }
    }
  }
  return failures;
}

function isSameRecord({ truth, query }: Proven): boolean {
  const content = (record: ChosenRecord) =>
    JSON.stringify(record.alleles.map((_, haplotype) => editOnHaplotype(record, haplotype)));
  return truth.length === 1 && query.length === 1 && content(truth[0]) === content(query[0]);
}

function holdTogether(reference: string, first: Proven, second: Proven): boolean {
  // Records of different ploidy (--ploidy strict) do not share haplotypes.
  if (first.truth[0].alleles.length !== second.truth[0].alleles.length) return true;
  const haplotypes = first.truth[0].alleles.map((_, haplotype) => haplotype);
  return permutations(haplotypes).some((order) => {
    const turn = (records: readonly ChosenRecord[]) =>
      records.map((record) => ({ ...record, alleles: order.map((haplotype) => record.alleles[haplotype]) }));
    const truth = [...first.truth, ...turn(second.truth)];
    return replaySuperlocus(reference, truth, [...first.query, ...turn(second.query)]).failures.length === 0;
  });
}

function permutations(values: readonly number[]): number[][] {
  return values.length === 0
    ? [[]]
    : values.flatMap((value, at) => permutations(values.toSpliced(at, 1)).map((rest) => [value, ...rest]));
}

/** Matches by contig, then by `TP:<BS>` or `am:<BS>`. */
function readMatches(text: string, failures: string[]): Map<string, Map<string, Match[]>> {
  const contigs = new Map<string, Map<string, Match[]>>();
  for (const line of text.split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [contig, position, , reference, alternates, , , info, format, ...samples] = line.split("\t");
    const id = info.match(/(?:^|;)BS=([^;]+)/)?.[1];
    for (const [column, side] of (["truth", "query"] as const).entries()) {
      const values = samples[column].split(":");
      const fields = new Map(format.split(":").map((field, index) => [field, values[index] ?? "."]));
      const isTruePositive = fields.get("BD") === "TP";
      const byAllele = fields.get("BK") === "am";
      const kind = isTruePositive || fields.get("BK") === "gm" ? "TP" : byAllele ? "am" : null;
      if (kind === null) continue;
      const place = `${contig}:${position} ${side}`;
      const orientation = fields.get("BO") ?? ".";
      if (id === undefined || orientation === ".") {
        failures.push(`${place}: ${kind} without ${id === undefined ? "BS" : "BO"}`);
        continue;
      }
      const alleles = orientation.split("|").map((allele) => (allele === "." ? null : Number(allele)));
      const genotype = fields.get("GT") ?? ".";
      if (!(byAllele ? isOfGenotype(alleles, genotype) : ordersGenotype(alleles, genotype))) {
        failures.push(`${place}: BO ${orientation} is no order of GT ${fields.get("GT")}`);
      }
      const superloci = contigs.get(contig) ?? new Map<string, Match[]>();
      const records = superloci.get(`${kind}:${id}`) ?? [];
      records.push({
        side,
        isTruePositive,
        byAllele,
        position: Number(position),
        reference,
        alternates: alternates.split(","),
        alleles,
      });
      superloci.set(`${kind}:${id}`, records);
      contigs.set(contig, superloci);
    }
  }
  return contigs;
}

/** Called alleles or none, and one at least; without a genotype every allele counts as called. */
function isOfGenotype(orientation: readonly (number | null)[], genotype: string): boolean {
  const called = genotype === "." ? null : calledAlleles(genotype);
  const placed = orientation.filter((allele) => allele !== 0);
  return placed.length > 0 && placed.every((allele) => called === null || called.includes(allele));
}

function calledAlleles(genotype: string): (number | null)[] {
  return genotype.split(/[|/]/).map((allele) => (allele === "." ? null : Number(allele)));
}

/** The same alleles in any order, each as often as the ploidy asks; one allele throughout fits any ploidy. */
function ordersGenotype(orientation: readonly (number | null)[], genotype: string): boolean {
  const called = calledAlleles(genotype);
  if ([...called, ...orientation].every((allele) => allele === called[0])) return true;
  const copies = orientation.length / called.length;
  const spread = called.flatMap((allele) => new Array<number | null>(Math.ceil(copies)).fill(allele));
  return spread.map(String).sort().join() === orientation.map(String).sort().join();
}

function readFasta(text: string): Map<string, string> {
  const contigs = new Map<string, string>();
  for (const entry of text.split(/^>/m).slice(1)) {
    const [title, ...lines] = entry.split("\n");
    contigs.set(title.split(/\s/)[0], lines.join("").replaceAll("\r", ""));
  }
  return contigs;
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("latin1");
}
