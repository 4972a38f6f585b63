import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readMeasurements } from "@touchstone/quality";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recordingEnvironment } from "../../test/recording-environment.ts";
import { run } from "../run.ts";

const CALLS = [
  "##fileformat=VCFv4.2",
  "##contig=<ID=chr7,length=60000000>",
  '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
  '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Depths">',
  "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tHD200_R1",
  "chr7\t55191822\t.\tT\tG\t50\tPASS\t.\tGT:AD\t0/1:380,20",
];
const MONITORED = [
  "##fileformat=VCFv4.2",
  "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO",
  "chr7\t55191822\tEGFR L858R\tT\tG\t.\t.\t.",
  "chr7\t55181378\tEGFR, T790M\tC\tT\t.\t.\t.",
];

let folder: string;
let files: readonly string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-measure-"));
  writeFileSync(join(folder, "calls.vcf"), `${CALLS.join("\n")}\n`);
  writeFileSync(join(folder, "monitored.vcf"), `${MONITORED.join("\n")}\n`);
  files = ["--calls", join(folder, "calls.vcf"), "--variants", join(folder, "monitored.vcf")];
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("writes the table that ingest and monitor read, and says what has no VAF", async () => {
  const environment = recordingEnvironment();
  const out = join(folder, "results/measured.csv");
  const of = ["--material", "HD200", "--material-lot", "L,7", "--replicate", "1", "--instrument", "NovaSeq 01"];
  expect(await run(["measure", ...files, ...of, "--out", out], environment)).toBe(0);
  const { measurements } = readMeasurements(readFileSync(out, "utf8"), { file: out, run: "R", time: "2026-01-31" });
  expect(measurements).toMatchObject([
    {
      ...{ material: "HD200", materialLot: "L,7", analyte: "EGFR L858R", level: null, kind: "vaf" },
      ...{ value: 0.05, depth: 400, instrument: "NovaSeq 01" },
    },
  ]);
  expect(environment.out()).toContain("1 of 2 monitored variants measured in HD200_R1");
  expect(environment.err()).toContain(
    "not measured: EGFR, T790M (chr7:55181378 C>T): the calls have neither this allele nor a reference block there",
  );
});

test("--json prints both lists", async () => {
  const environment = recordingEnvironment();
  const parameters = ["--material", "HD200", "--out", join(folder, "measured.csv"), "--json"];
  expect(await run(["measure", ...files, ...parameters], environment)).toBe(0);
  expect(JSON.parse(environment.out())).toMatchObject({
    sample: "HD200_R1",
    measured: [{ analyte: "EGFR L858R", vaf: 0.05, depth: 400 }],
    unmeasured: [{ analyte: "EGFR, T790M", reason: "absent", depth: null }],
  });
});

test("a missing material, an output over an input and a broken list leave nothing behind", async () => {
  const environment = recordingEnvironment();
  const out = join(folder, "measured.csv");
  expect(await run(["measure", ...files, "--out", out], environment)).toBe(2);
  expect(environment.err()).toContain("--material missing");
  const over = ["--material", "HD200", "--out", join(folder, "calls.vcf")];
  expect(await run(["measure", ...files, ...over], environment)).toBe(2);
  writeFileSync(join(folder, "monitored.vcf"), `${MONITORED.slice(0, 2).join("\n")}\n`);
  expect(await run(["measure", ...files, "--material", "HD200", "--out", out], environment)).toBe(65);
  expect(environment.err()).toContain("TS_MONITORED_INVALID");
  expect(existsSync(out)).toBe(false);
});
