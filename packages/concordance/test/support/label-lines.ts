import type { ComparisonOptions } from "@touchstone/concordance";
import { checkProofs } from "@touchstone/test-support";
import { fastaOf, type HeaderOptions, vcfOf, writeInput } from "./inputs.ts";
import { infoField, readRows, sampleField } from "./labels.ts";
import { type Comparison, runComparison } from "./run-comparison.ts";

/** A comparison of a few records that are written in a test. */
export interface SmallComparison {
  readonly contigs: Readonly<Record<string, string>>;
  readonly truth: readonly string[];
  readonly query: readonly string[];
  readonly options?: Partial<ComparisonOptions>;
  readonly header?: HeaderOptions;
}

/** Runs it; every match is replayed, by the comparison itself and independently. */
export async function compareSmall({ contigs, truth, query, options, header }: SmallComparison): Promise<Comparison> {
  const reference = writeInput("reference.fa", fastaOf(contigs));
  const shown = { contigs: Object.keys(contigs), ...header };
  const inputs = {
    truth: writeInput("truth.vcf", vcfOf(truth, shown)),
    query: writeInput("query.vcf", vcfOf(query, shown)),
    reference,
  };
  const comparison = await runComparison(inputs, options);
  const { failures } = await checkProofs(comparison.file("vcf.gz"), reference);
  if (failures.length > 0) throw new Error(failures.join("\n"));
  return comparison;
}

/** `T 100 TP gm` for each record, in the order of the output; the reason stands in the place of BK for N. */
export function labelLines(comparison: Comparison): string[] {
  return readRows(comparison.file("vcf.gz")).flatMap((row) =>
    ["T", "Q"].flatMap((side, column) => {
      const decision = sampleField(row, column, "BD");
      if (decision === ".") return [];
      const why = decision === "N" ? infoField(row, "BN") : sampleField(row, column, "BK");
      return [`${side} ${row[1]} ${decision} ${why}`];
    }),
  );
}

/** The labels of a small comparison. */
export async function labelsOf(comparison: SmallComparison): Promise<string[]> {
  return labelLines(await compareSmall(comparison));
}
