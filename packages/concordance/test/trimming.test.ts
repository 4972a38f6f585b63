import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readLabels } from "./support/labels.ts";
import { removeComparisons, runComparison, temporaryFolder } from "./support/run-comparison.ts";

afterAll(removeComparisons);

test.each([
  // The first base of an indel's alleles is its anchor: another record may change it.
  ["AA>A", "A>T", "AA>T"],
  ["A>AA", "A>T", "A>TA"],
  ["AAC>AC", "A>G", "AAC>GC"],
])("%s beside %s at the same position is %s", async (indel, snv, both) => {
  const folder = temporaryFolder();
  const reference = join(folder, "reference.fa");
  writeFileSync(reference, ">chr1\nGATTCGCTAACCTGTCAGGA\n");
  const write = (name: string, changes: string[]) => {
    const rows = changes.map((change) => `chr1\t9\t.\t${change.replace(">", "\t")}\t.\t.\t.\tGT\t1/1\n`);
    writeFileSync(
      join(folder, name),
      `##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS\n${rows.join("")}`,
    );
    return join(folder, name);
  };
  const truth = write("truth.vcf", [indel, snv]);
  const comparison = await runComparison({ truth, query: write("query.vcf", [both]), reference });
  expect(readLabels(comparison.file("vcf.gz")).map(({ decision }) => decision)).toEqual(["TP", "TP", "TP"]);
});
