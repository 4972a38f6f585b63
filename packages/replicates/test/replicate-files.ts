import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach } from "vitest";
import { compareReplicates } from "../src/compare-replicates.ts";
import type { ReplicateOptions, ReplicatesResult } from "../src/options.ts";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-replicates-"));
  folders.push(folder);
  return folder;
}

const HEADER = [
  "##fileformat=VCFv4.2",
  "##contig=<ID=chr1,length=1000000>",
  "##contig=<ID=chr2,length=1000000>",
  '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
  '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Depths">',
];

/** A VCF text of records whose fields are separated by blanks; `meta` are further header lines. */
export function vcf(records: readonly string[], meta: readonly string[] = [], samples = "S"): string {
  const columns = `#CHROM POS ID REF ALT QUAL FILTER INFO FORMAT ${samples}`;
  return [...HEADER, ...meta, ...[columns, ...records].map((line) => line.replaceAll(/ +/g, "\t"))]
    .map((line) => `${line}\n`)
    .join("");
}

/** A record of `chr1 POS REF ALT GT:AD`. */
export function record(position: number, ref: string, alt: string, sample: string, contig = "chr1"): string {
  return `${contig} ${position} . ${ref} ${alt} 50 PASS . GT:AD ${sample}`;
}

/** Writes texts as files and returns their paths. */
export function writeFiles(folder: string, texts: Readonly<Record<string, string>>): string[] {
  return Object.entries(texts).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
}

export const DEFAULTS: Omit<ReplicateOptions, "replicates" | "out"> = {
  samples: [],
  minimumDepth: 10,
  vafDenominator: "all",
  includeImputed: false,
  allRecords: false,
  vafBins: [0.05, 0.1, 0.25, 0.75, 0.9],
  leastCvMean: 0.05,
  samplePoints: 100,
  seed: 1,
  compressionLevel: 1,
  threads: 1,
};

/** A result with the rows of P.variants.tsv.gz, by column. */
export interface Compared extends ReplicatesResult {
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly out: string;
}

/** Compares files with the defaults but for what is given. */
export async function compareFiles(
  replicates: readonly string[],
  options: Partial<ReplicateOptions> = {},
): Promise<Compared> {
  const out = options.out ?? join(temporaryFolder(), "P");
  const result = await compareReplicates({ ...DEFAULTS, replicates, out, ...options });
  return { ...result, out, rows: readRows(`${out}.variants.tsv.gz`) };
}

/** Compares VCF texts, which become run1.vcf, run2.vcf and so on. */
export function compareTexts(texts: readonly string[], options: Partial<ReplicateOptions> = {}): Promise<Compared> {
  const named = Object.fromEntries(texts.map((text, number) => [`run${number + 1}.vcf`, text]));
  return compareFiles(writeFiles(temporaryFolder(), named), options);
}

function readRows(path: string): Record<string, string>[] {
  const [header, ...lines] = gunzipSync(readFileSync(path)).toString("utf8").trimEnd().split("\n");
  const names = header.slice(1).split("\t");
  return lines.map((line) => Object.fromEntries(line.split("\t").map((cell, column) => [names[column], cell])));
}
