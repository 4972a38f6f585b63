import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { type ChosenRecord, replaySuperlocus } from "./replay-superlocus.ts";

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
}

/**
 * Replays every match of a comparison's output on the reference, from the two files alone.
 *
 * Rows with one BS belong together. True positives are replayed on as many haplotypes as BO has; allele matches (BK
 * `am`) on one. A match must name its orientation, the orientation must be an order of its genotype's alleles (one of
 * them, on a single haplotype), and superloci must not reach into each other.
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
    const spans: { start: number; end: number; place: string }[] = [];
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
      count.truthTp += truth.length;
      count.queryTp += query.length;
      if (truth.length === 0 || query.length === 0) failures.push(`${place}: only one side has matches`);
      if (replay.span !== null) spans.push({ ...replay.span, place });
    }
    failures.push(...overlaps(spans));
  }
  return { ...count, failures };
}

function overlaps(spans: { start: number; end: number; place: string }[]): string[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted
    .slice(1)
    .flatMap((span, index) =>
      span.start < sorted[index].end ? [`${span.place} reaches into ${sorted[index].place}`] : [],
    );
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
      const kind = fields.get("BD") === "TP" ? "TP" : fields.get("BK") === "am" ? "am" : null;
      if (kind === null) continue;
      const place = `${contig}:${position} ${side}`;
      const orientation = fields.get("BO") ?? ".";
      if (id === undefined || orientation === ".") {
        failures.push(`${place}: ${kind} without ${id === undefined ? "BS" : "BO"}`);
        continue;
      }
      const alleles = orientation.split("|").map((allele) => (allele === "." ? null : Number(allele)));
      if (!ordersGenotype(alleles, fields.get("GT") ?? ".")) {
        failures.push(`${place}: BO ${orientation} is no order of GT ${fields.get("GT")}`);
      }
      const superloci = contigs.get(contig) ?? new Map<string, Match[]>();
      const records = superloci.get(`${kind}:${id}`) ?? [];
      records.push({ side, position: Number(position), reference, alternates: alternates.split(","), alleles });
      superloci.set(`${kind}:${id}`, records);
      contigs.set(contig, superloci);
    }
  }
  return contigs;
}

/** The same alleles in any order; a haploid call may stand on every haplotype, a single haplotype takes any of them. */
function ordersGenotype(orientation: readonly (number | null)[], genotype: string): boolean {
  if (genotype === ".") return orientation.length === 1;
  const called = genotype.split(/[|/]/).map((allele) => (allele === "." ? null : Number(allele)));
  if (orientation.length === 1) return called.includes(orientation[0]);
  if (called.length === 1) return orientation.every((allele) => allele === called[0]);
  return called.map(String).sort().join() === orientation.map(String).sort().join();
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
