import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export type Side = "truth" | "query";

/** What was decided about one input record. */
export interface LabelledRecord {
  readonly side: Side;
  /** The record by its content: contig, POS, REF and the called alleles as bases, in any order. */
  readonly key: string;
  readonly position: number;
  /** BD of the output: TP, FP, FN, UNK or N. */
  readonly decision: string;
  /** BK: gm, am, lm or `.`. */
  readonly kind: string;
  /** INFO BS. */
  readonly superlocus: string;
  readonly score: number | null;
  readonly filter: string;
}

/** The data lines of a VCF, plain or gzip, split at tabs. */
export function readRows(path: string): string[][] {
  return readText(path)
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}

/** Sample names of a VCF. */
export function readSamples(path: string): string[] {
  const header = readText(path)
    .split("\n")
    .find((line) => line.startsWith("#CHROM"));
  return header?.split("\t").slice(9) ?? [];
}

/** A plain or gzip file as text. */
export function readText(path: string): string {
  const bytes = readFileSync(path);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("latin1");
}

/** Every record of a comparison's output: one for each side that a row holds. Without genotypes all ALT alleles count. */
export function readLabels(path: string, genotypes = true): LabelledRecord[] {
  return readRows(path).flatMap((row) =>
    (["truth", "query"] as const).flatMap((side, column) => {
      const value = (field: string) => sampleField(row, column, field);
      if (value("BD") === ".") return [];
      const score = value("QQ");
      return [
        {
          side,
          key: recordKey(row, genotypes ? value("GT") : null),
          position: Number(row[1]),
          decision: value("BD"),
          kind: value("BK"),
          superlocus: infoField(row, "BS"),
          score: score === "." ? null : Number(score),
          filter: row[6],
        },
      ];
    }),
  );
}

/** Value of a FORMAT field of a row's sample, `.` when absent. */
export function sampleField(row: readonly string[], column: number, field: string): string {
  const index = row[8]?.split(":").indexOf(field) ?? -1;
  return (index < 0 ? undefined : row[9 + column]?.split(":")[index]) ?? ".";
}

/** Value of an INFO field, `.` when absent. */
export function infoField(row: readonly string[], field: string): string {
  const entry = row[7].split(";").find((part) => part.startsWith(`${field}=`));
  return entry?.slice(field.length + 1) ?? ".";
}

/** A record by its content; a genotype of null stands for all ALT alleles. */
export function recordKey(row: readonly string[], genotype: string | null): string {
  const alleles = [row[3], ...row[4].split(",")];
  const called =
    genotype === null
      ? alleles.slice(1)
      : genotype.split(/[|/]/).map((allele) => (allele === "." ? "." : (alleles[Number(allele)] ?? "?")));
  const content = called.every((allele) => allele === ".") ? "." : called.sort().join("/");
  return `${row[0]}:${row[1]} ${row[3]} ${content}`;
}

/** Labels by record, the labels of equal records sorted. */
export function byKey<T extends { readonly key: string }>(
  records: readonly T[],
  labelOf: (record: T) => string,
): Map<string, string[]> {
  const labels = new Map<string, string[]>();
  for (const record of records) {
    labels.set(record.key, [...(labels.get(record.key) ?? []), labelOf(record)].sort());
  }
  return labels;
}
