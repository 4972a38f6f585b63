import { existsSync } from "node:fs";
import { join } from "node:path";
import { infoField, readRows, readSamples, recordKey, type Side, sampleField } from "./labels.ts";

/** A record's label as vcfeval gave it: TP, FN, FP, `ignored`, or `not TP` where its output does not tell which. */
export interface ExpectedLabel {
  readonly side: Side;
  readonly key: string;
  readonly label: string;
}

const SIDES = [
  { side: "truth", input: "baseline.vcf", field: "BASE" },
  { side: "query", input: "calls.vcf", field: "CALL" },
] as const;

/** Reads what vcfeval made of each record, from whichever of its output formats the case has. */
export function readExpectedLabels(folder: string, samples: readonly [string | null, string | null]): ExpectedLabel[] {
  const expected = (name: string) => join(folder, "expected", name);
  if (existsSync(expected("output.vcf"))) {
    return combinedLabels(expected("output.vcf"));
  }
  if (existsSync(expected("calls.vcf"))) {
    return SIDES.flatMap(({ side, input, field }, number) =>
      inputRecords(expected(input), samples[number]).map(({ key, row }) => ({
        side,
        key,
        label: labelOf(infoField(row, field)),
      })),
    );
  }
  if (existsSync(expected("tp.vcf"))) {
    return splitLabels(folder, samples);
  }
  return [];
}

/** One row for both sides, alleles that nobody calls removed: formats `ga4gh` and `combine`. */
function combinedLabels(path: string): ExpectedLabel[] {
  return readRows(path).flatMap((row) =>
    SIDES.flatMap(({ side, field }, column) => {
      const label = row[8].includes("BD") ? sampleField(row, column, "BD") : infoField(row, field);
      return label === "."
        ? []
        : [{ side, key: recordKey(row, sampleField(row, column, "GT")), label: labelOf(label) }];
    }),
  );
}

/** One file for each label; records without a file of their own are false or were ignored. */
function splitLabels(folder: string, samples: readonly [string | null, string | null]): ExpectedLabel[] {
  const files = [
    { side: "truth", name: "tp-baseline.vcf", label: "TP" },
    { side: "truth", name: "fn.vcf", label: "FN" },
    { side: "query", name: "tp.vcf", label: "TP" },
    { side: "query", name: "fp.vcf", label: "FP" },
  ].filter(({ name }) => existsSync(join(folder, "expected", name)));
  return SIDES.flatMap(({ side, input }, number) => {
    const own = files.filter((file) => file.side === side);
    const labels = new Map<string, string>();
    for (const { name, label } of own) {
      for (const row of readRows(join(folder, "expected", name))) labels.set(row.slice(0, 7).join("\t"), label);
    }
    const rest = own.length === 2 ? "ignored" : "not TP";
    return own.length === 0
      ? []
      : inputRecords(join(folder, input), samples[number]).map(({ key, row }) => ({
          side,
          key,
          label: labels.get(row.slice(0, 7).join("\t")) ?? rest,
        }));
  });
}

function inputRecords(path: string, sample: string | null): { key: string; row: string[] }[] {
  const column = sample === null ? 0 : readSamples(path).indexOf(sample);
  return readRows(path).map((row) => ({
    row,
    key: recordKey(row, sample === "ALT" ? null : sampleField(row, column, "GT")),
  }));
}

function labelOf(label: string): string {
  switch (label) {
    case "IGN":
    case "HARD":
    case "OUT":
    case "N":
      return "ignored";
    case "FN_CA":
      return "FN";
    case "FP_CA":
      return "FP";
    default:
      return label;
  }
}
