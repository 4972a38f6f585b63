import type { ReproducibilityDocument } from "@touchstone/model";
import { CsvTable, QualityError } from "@touchstone/quality";
import { IngestError } from "../error.ts";
import type { ResultText } from "../result-file.ts";
import type { ImportedPair } from "./imported-replicate-study.ts";

const COLUMNS = {
  n: "n",
  bias: "bias",
  sd: "sd",
  lowerLimit: "lower_limit",
  upperLimit: "upper_limit",
  jaccard: "jaccard",
} as const;

/** Whether a text begins as `P.pairs.csv` does. */
export function isPairTable(text: string): boolean {
  return /^stratum,first,second,n,/.test(text);
}

/** The pairs of all strata of a study. @throws IngestError TS_RESULT_INVALID for a pair of runs that are not of it. */
export function pairsOf(document: ReproducibilityDocument, file: string): ImportedPair[] {
  const runs = document.runs.map(({ name }) => name);
  const seen = new Set<string>();
  return document.strata.flatMap(({ name: stratum, pairs }, place) =>
    pairs.map(({ first, second, agreement, jaccard }, index) => {
      const [firstPosition, secondPosition] = [runs.indexOf(first), runs.indexOf(second)];
      const key = JSON.stringify([stratum, first, second]);
      if (firstPosition < 0 || secondPosition <= firstPosition || seen.has(key)) {
        const field = `strata.${place}.pairs.${index}`;
        const message = `${file}: ${field}: ${first} and ${second} are no two runs of the study in its order, once each`;
        throw new IngestError("TS_RESULT_INVALID", message, { file, field });
      }
      seen.add(key);
      const { n, bias, sd, limits } = agreement;
      const [lowerLimit, upperLimit] = limits ?? [null, null];
      return { stratum, firstPosition, secondPosition, n, bias, sd, lowerLimit, upperLimit, jaccard };
    }),
  );
}

/** Holds `P.pairs.csv` to the study. @throws IngestError TS_RESULT_INVALID at the first cell that differs. */
export function checkPairs(
  { file, text }: ResultText,
  { runs }: ReproducibilityDocument,
  pairs: readonly ImportedPair[],
): void {
  try {
    const table = new CsvTable(text, file);
    table.require("stratum", "first", "second", ...Object.values(COLUMNS));
    if (table.rows.length !== pairs.length) {
      const message = `${file} has ${table.rows.length} pairs and the study has ${pairs.length}`;
      throw new IngestError("TS_RESULT_INVALID", message, { file });
    }
    for (const [index, row] of table.rows.entries()) {
      const pair = pairs[index] as ImportedPair;
      const names = [pair.stratum, runs[pair.firstPosition]?.name, runs[pair.secondPosition]?.name];
      const isSame = ["stratum", "first", "second"].every((column, place) => table.text(row, column) === names[place]);
      if (!isSame) throw table.error(row, "stratum", `is another pair than the study's, ${names.join(", ")}`);
      for (const [field, column] of Object.entries(COLUMNS)) {
        const value = pair[field as keyof typeof COLUMNS];
        const found = table.number(row, column);
        if (found !== value) throw table.error(row, column, `${found} is not the study's ${value}`);
      }
    }
  } catch (error) {
    if (!(error instanceof QualityError)) throw error;
    throw new IngestError("TS_RESULT_INVALID", error.message, error.details, error);
  }
}
