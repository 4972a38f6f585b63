import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { failingComparison } from "./support/failing-comparison.ts";
import { fastaOf, randomContigs, snp, vcfOf, writeInput } from "./support/inputs.ts";
import { removeComparisons, runComparison } from "./support/run-comparison.ts";

const CONTIGS = randomContigs({ chr1: 3_000, chr2: 1_000 });
const FILES = 40;

let inputs: { truth: string; query: string; reference: string };

beforeAll(() => {
  const options = { contigs: ["chr1", "chr2"] };
  const truth = [snp(CONTIGS, "chr1", 100), snp(CONTIGS, "chr1", 200, "1/1"), snp(CONTIGS, "chr2", 50)];
  inputs = {
    truth: writeInput("truth.vcf", vcfOf(truth, options)),
    query: writeInput("query.vcf", vcfOf(truth.slice(1), options)),
    reference: writeInput("reference.fa", fastaOf(CONTIGS)),
  };
});
afterAll(removeComparisons);

/** A list of strata, each with the text that is given for its number. */
function strataOf(text: (number: number) => string): string {
  const lines = Array.from({ length: FILES }, (_, number) => {
    const path = writeInput(`s${number}.bed`, text(number));
    return `s${number}\t${path}\n`;
  });
  return writeInput("strata.tsv", lines.join(""));
}

describe("the files of the strata, which the workers read when there are several", () => {
  test("give the same counts as in one thread, each under its own name", async () => {
    const stratifications = strataOf((number) => `chr1\t${90 + number}\t${150 + number}\nchr2\t${number}\t60\n`);
    const tables: string[] = [];
    for (const threads of [1, 2]) {
      const comparison = await runComparison(inputs, { stratifications, threads });
      tables.push(readFileSync(comparison.file("extended.csv"), "utf8"));
    }
    expect(tables[1]).toBe(tables[0]);
    const truthTotal = (stratum: string) => {
      const [header, ...rows] = tables[0].split("\n").map((line) => line.split(","));
      const row = rows.find(([type, , subset]) => type === "SNP" && subset === stratum) as string[];
      return Number(row[header.indexOf("TRUTH.TOTAL")]);
    };
    // From s10 on position 100 lies before the stratum.
    expect([truthTotal("s9"), truthTotal("s10")]).toEqual([2, 1]);
  });

  test.each([1, 2])("fail with the error of the first that is at fault (%i threads)", async (threads) => {
    const stratifications = strataOf((number) => (number === 7 || number === 31 ? "chr1\t9\t5\n" : "chr1\t5\t9\n"));
    const error = await failingComparison(inputs, { stratifications, threads });
    expect(error).toMatchObject({ code: "TS_BED_MALFORMED", details: { line: 1, column: 3 } });
    expect(basename(String((error as { details: { file?: string } }).details.file))).toBe("s7.bed");
  });
});
