import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { sharedData, sharedDataAvailable } from "@touchstone/test-support";
import { describe, expect, test } from "vitest";
import { classifyVariant } from "../count/classify.ts";
import { CountTable } from "../count/count-table.ts";
import { genotypeLabel, subtypeLabel, variantTypeLabel } from "../count/labels.ts";
import {
  QUERY_FP,
  QUERY_FP_ALLELE,
  QUERY_FP_GENOTYPE,
  QUERY_TP,
  QUERY_UNK,
  TRUTH_FN,
  TRUTH_TP,
} from "../count/outcome.ts";
import { Tally } from "../count/tally.ts";
import { extendedLines } from "./extended-csv.ts";
import type { ReportInput } from "./report-input.ts";
import { summaryLines } from "./summary-csv.ts";

const ROOT = "hg002-grch38-chr20-1Mb/expected";
/** Bases of the region that are not N, as hap.py counted them. */
const SIZE_BASES = 940_000;

/** One side of one row of a VCF that hap.py labelled. */
interface LabelledCall {
  readonly side: "TRUTH" | "QUERY";
  readonly fields: ReadonlyMap<string, string>;
  readonly variantClass: number;
}

/** Metrics for which hap.py writes 0 where there is nothing to divide by. */
const METRICS = ["METRIC.Recall", "METRIC.Precision", "METRIC.Frac_NA", "METRIC.F1_Score"];

describe.skipIf(!sharedDataAvailable(ROOT)).each(["xcmp", "vcfeval"])(
  "hap.py's %s output (in the shared data)",
  (engine) => {
    test("every called side gets hap.py's BVT, BI and BLT", () => {
      const calls = readCalls(engine);
      expect(calls.length).toBeGreaterThan(4500);
      for (const { fields, variantClass } of calls) {
        expect([variantTypeLabel(variantClass), subtypeLabel(variantClass), genotypeLabel(variantClass)]).toEqual([
          fields.get("BVT"),
          fields.get("BI"),
          fields.get("BLT"),
        ]);
      }
    });

    test.each([
      ["summary", summaryLines],
      ["extended", extendedLines],
    ] as const)("the labels of its VCF give its %s.csv", (name, lines) => {
      const input = reportInput(readCalls(engine));
      const expected = readFileSync(sharedData(`${ROOT}/happy-${engine}.${name}.csv`), "utf8");
      expect(lines(input, new CountTable(input.tally))).toEqual(withoutInventedRates(expected.trimEnd().split("\n")));
    });
  },
);

/** Empties the rates that hap.py computes from no records, and fills the F1 of recall 0 and precision 0. */
function withoutInventedRates(lines: readonly string[]): string[] {
  const header = lines[0].split(",");
  return lines.map((line, i) => {
    if (i === 0) return line;
    const cells = line.split(",");
    const value = (name: string) => Number(cells[header.indexOf(name)]);
    const judged = value("QUERY.TOTAL") - value("QUERY.UNK");
    const denominators = [value("TRUTH.TOTAL"), judged, value("QUERY.TOTAL"), value("TRUTH.TOTAL") * judged];
    METRICS.forEach((metric, m) => {
      const at = header.indexOf(metric);
      if (denominators[m] === 0) cells[at] = "";
      else if (cells[at] === "") cells[at] = "0.0";
    });
    return cells.join(",");
  });
}

function reportInput(calls: readonly LabelledCall[]): ReportInput {
  const tally = new Tally(0);
  for (const { side, fields, variantClass } of calls) {
    const score = Number(fields.get("QQ"));
    const decision = fields.get("BD");
    if (side === "TRUTH") {
      if (decision === "TP") tally.addTruth(variantClass, TRUTH_TP, true, score);
      if (decision === "FN") tally.addTruth(variantClass, TRUTH_FN, true, Number.NaN);
    } else {
      if (decision === "TP") tally.addQuery(variantClass, QUERY_TP, true, score);
      if (decision === "UNK") tally.addQuery(variantClass, QUERY_UNK, true, score);
      if (decision === "FP") tally.addQuery(variantClass, falsePositive(fields.get("BK")), true, score);
    }
  }
  const whole = { name: "*", sizeBases: SIZE_BASES, confidentBases: null, assessedBases: SIZE_BASES };
  return { tally, strata: [], whole, scoreField: "QUAL", allRecords: true, reasons: [] };
}

function falsePositive(kind: string | undefined) {
  return kind === "am" ? QUERY_FP_GENOTYPE : kind === "lm" ? QUERY_FP_ALLELE : QUERY_FP;
}

function readCalls(engine: string): LabelledCall[] {
  const text = gunzipSync(readFileSync(sharedData(`${ROOT}/happy-${engine}.vcf.gz`))).toString();
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .flatMap((line) => {
      const columns = line.split("\t");
      return (["TRUTH", "QUERY"] as const).map((side, sample) => callOf(columns, side, columns[9 + sample]));
    })
    .filter(({ fields }) => fields.get("BVT") !== "NOCALL");
}

function callOf(columns: readonly string[], side: LabelledCall["side"], sample: string): LabelledCall {
  const values = sample.split(":");
  const fields = new Map(columns[8].split(":").map((key, i) => [key, values[i] ?? "."]));
  const alleles =
    fields
      .get("GT")
      ?.split(/[/|]/)
      .map((allele) => (allele === "." ? -1 : Number(allele))) ?? [];
  const [ref, alt] = [columns[3], columns[4]];
  const text = Buffer.from(`${ref}\t${alt}`);
  const genotype = Int16Array.from(alleles);
  const variantClass = classifyVariant(text, 0, ref.length, ref.length + 1, text.length, genotype, alleles.length);
  return { side, fields, variantClass };
}
