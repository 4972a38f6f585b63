import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Expected } from "./module-case.ts";
import { makeModuleData, moduleDataPrograms } from "./module-data/make-module-data.ts";
import { pipelinesFolder } from "./module-folders.ts";
import { missingPipelinePrograms } from "./pipeline-environment.ts";
import { runNextflow } from "./run-nextflow.ts";

const folder = mkdtempSync(join(tmpdir(), "touchstone-emitted-"));
const at = (name: string): string => join(folder, name);

/** What a channel emitted, what was expected, and a part of the difference; null where there is none. */
const CHECKS: [what: string, emitted: unknown[], expected: Expected[], difference: string | null][] = [
  [
    "items in another order",
    [
      ["a", 1],
      ["b", 2],
    ],
    [
      ["b", 2],
      ["a", 1],
    ],
    null,
  ],
  ["an item too few", [], ["a"], "0 items instead of 1"],
  ["another value", [[{ id: "A" }, 1]], [[{ id: "B" }, 1]], "item 0[0]"],
  ["a list of another length", [[["a"]]], [[["a", "b"]]], "instead of 2 elements"],
  ["a value by a pattern", ["1.2.3"], [{ matches: "\\d+(\\.\\d+)+" }], null],
  ["a value that no pattern matches", ["1.2.3-x"], [{ matches: "\\d+(\\.\\d+)+" }], "does not match"],
  ["lines without the header", [at("a.vcf.gz")], [{ file: "a.vcf.gz", lines: 2, contains: ["#CHROM"] }], null],
  ["a number of lines", [at("a.vcf.gz")], [{ file: "a.vcf.gz", lines: 3 }], "lines: 2 instead of 3"],
  ["a text that is not there", [at("a.vcf.gz")], [{ file: "a.vcf.gz", contains: ["chr9"] }], "does not contain chr9"],
  ["a text that may not be there", [at("a.vcf.gz")], [{ file: "a.vcf.gz", lacks: ["chr1"] }], "contains chr1"],
  ["another name", [at("a.vcf.gz")], [{ file: "b.vcf.gz", lines: 2 }], "a.vcf.gz instead of b.vcf.gz"],
  ["a file that is not there", [at("none.txt")], [{ file: "none.txt" }], "none.txt"],
  ["a number", [at("n.txt")], [{ file: "n.txt", numbers: [{ find: "n=(\\S+)", equals: 12.5 }] }], null],
  ["a number below", [at("n.txt")], [{ file: "n.txt", numbers: [{ find: "n=(\\S+)", atLeast: 13 }] }], "12.5 instead"],
  ["a number above", [at("n.txt")], [{ file: "n.txt", numbers: [{ find: "n=(\\S+)", atMost: 12 }] }], "12.5 instead"],
  ["no number", [at("n.txt")], [{ file: "n.txt", numbers: [{ find: "m=(\\S+)", equals: 1 }] }], "nothing matches"],
  ["the size", [at("n.txt")], [{ file: "n.txt", bytes: 7 }], null],
  ["another size", [at("n.txt")], [{ file: "n.txt", bytes: 8 }], "bytes: 7 instead of 8"],
  ["reads", [at("a.fq")], [{ file: "a.fq", lines: 4 }], null],
  ["a folder", [at("d")], [{ folder: "d", holds: [{ file: "x", lines: 1 }] }], "[x, y] instead of d with [x]"],
  ["some of a folder", [at("d")], [{ folder: "d", others: true, holds: [{ file: "x", lines: 1 }] }], null],
  ["a file in a folder", [at("d")], [{ folder: "d", others: true, holds: [{ file: "x", lines: 2 }] }], "item 0/x"],
  ["flags", [at("data/B.bam")], [{ file: "B.bam", flagged: { 64: 750, 128: 750 } }], null],
  ["other flags", [at("data/B.bam")], [{ file: "B.bam", flagged: { 1024: 1 } }], "reads with flags 1024: 0"],
];

const SCRIPT = `
workflow {
    def checks = new groovy.json.JsonSlurper().parse(file('checks.json'))
    def results = checks.collect { check -> Emitted.mismatches(check[1], check[2]) }
    file('results.json').text = groovy.json.JsonOutput.toJson(results)
    def bytes = new java.util.zip.GZIPInputStream(file('data/A.bam').newInputStream()).bytes
    file('A.sam').text = BamText.of(bytes)
}
`;

const missing = missingPipelinePrograms(["nextflow", ...moduleDataPrograms]);
let results: string[][] = [];

beforeAll(async () => {
  if (missing.length > 0) return;
  makeModuleData(at("data"));
  writeFileSync(at("a.vcf.gz"), gzipSync("##x\n#CHROM\nchr1\t1\nchr1\t2\n"));
  writeFileSync(at("n.txt"), "n=12.5\n");
  writeFileSync(at("a.fq"), "@r\nA\n+\n#\n");
  execFileSync("mkdir", [at("d")]);
  writeFileSync(at("d/x"), "1\n");
  writeFileSync(at("d/y"), "2\n");
  cpSync(join(pipelinesFolder, "tests/lib"), at("lib"), { recursive: true });
  writeFileSync(at("checks.json"), JSON.stringify(CHECKS));
  writeFileSync(at("main.nf"), SCRIPT);
  const { status, output } = await runNextflow(["run", "main.nf"], folder);
  expect(status, output).toBe(0);
  results = JSON.parse(readFileSync(at("results.json"), "utf8"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(missing.length > 0).each(CHECKS.map(([what, , , difference], index) => ({ what, difference, index })))(
  "$what",
  ({ difference, index }) => {
    if (difference === null) expect(results[index]).toEqual([]);
    else expect(results[index].join("\n")).toContain(difference);
  },
);

test.skipIf(missing.length > 0)("BAM is read as samtools reads it", () => {
  const lines = execFileSync("samtools", ["view", "-h", "--no-PG", at("data/A.bam")], { encoding: "utf8" })
    .trimEnd()
    .split("\n")
    .map((line) => {
      const columns = line.split("\t");
      const group = columns.find((column) => column.startsWith("RG:Z:"));
      return line.startsWith("@")
        ? line
        : [...columns.slice(0, 11), ...(group === undefined ? [] : [group])].join("\t");
    });
  expect(readFileSync(at("A.sam"), "utf8").trimEnd().split("\n")).toEqual(lines);
});
