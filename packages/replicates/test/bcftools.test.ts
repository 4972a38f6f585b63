import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generateReplicates, toolAvailable } from "@touchstone/test-support";
import { expect, test } from "vitest";
import { compareFiles, compareTexts, record, temporaryFolder, vcf, writeFiles } from "./replicate-files.ts";

const hasBcftools = toolAvailable("bcftools");

/** contig:pos:ref:alt and the depths of REF and ALT, as bcftools normalises and splits them. */
function normalised(path: string, reference: string): Map<string, string> {
  const norm = ["norm", "-m", "-any", "-f", reference, "-Ou", path];
  const split = execFileSync("bcftools", norm, { maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
  const format = "%CHROM:%POS:%REF:%ALT\t[%AD]\n";
  const text = execFileSync("bcftools", ["query", "-f", format], {
    input: split,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return new Map(
    text
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t") as [string, string]),
  );
}

test.skipIf(!hasBcftools)("variants and VAFs are those of bcftools norm and query on generated runs", async () => {
  const folder = temporaryFolder();
  const options = { folder, seed: 11, runs: 3, variants: 3000, contigs: 2, dropOut: 0.05, indels: 0.4 };
  const { replicates, reference } = generateReplicates({ ...options, shiftIndels: true });
  const compared = await compareFiles(replicates, { reference: reference ?? "", minimumDepth: 1 });
  const expected = replicates.map((path) => normalised(path, reference ?? ""));
  const all = new Set(expected.flatMap((run) => [...run.keys()]));
  expect(new Set(compared.rows.map(({ contig, pos, ref, alt }) => `${contig}:${pos}:${ref}:${alt}`))).toEqual(all);
  expect(all.size).toBeGreaterThan(2900);
  for (const row of compared.rows) {
    const key = `${row.contig}:${row.pos}:${row.ref}:${row.alt}`;
    expected.forEach((run, number) => {
      const depths = run.get(key)?.split(",").map(Number);
      const state = row[`run${number + 1}.state`];
      if (depths === undefined) expect(state).toBe("absent");
      else expect(Number(row[`run${number + 1}.vaf`])).toBeCloseTo(depths[1] / (depths[0] + depths[1]), 6);
    });
  }
});

test.skipIf(!hasBcftools)("multi-allelic records become the variants of bcftools norm -m -any", async () => {
  const bases = "TTGACACACACTTGGATTTTTCGA";
  const [reference] = writeFiles(temporaryFolder(), { "reference.fa": `>chr1\n${bases}\n` });
  const text = vcf([
    record(5, "CAC", "C,CACAC", "1/2:5,10,20"),
    record(13, "TGGA", "T,TGCA,AGGA", "1/2/3:5,10,20,30"),
    record(18, "TT", "T,TTT,GG", "1/2/3:5,10,20,30"),
  ]);
  const folder = temporaryFolder();
  const [path] = writeFiles(folder, { "a.vcf": text });
  const { rows } = await compareTexts([text, text], { reference });
  const expected = normalised(path, reference);
  expect(new Set(rows.map(({ pos, ref, alt }) => `chr1:${pos}:${ref}:${alt}`))).toEqual(new Set(expected.keys()));
  // bcftools keeps REF's and the allele's depth of a split record; the VAF is over all of them.
  const total = (pos: string) => (pos === "3" ? 35 : 65);
  for (const row of rows) {
    const depths = expected.get(`chr1:${row.pos}:${row.ref}:${row.alt}`)?.split(",").map(Number) ?? [];
    expect(Number(row["run1.vaf"])).toBeCloseTo(depths[1] / total(row.pos), 6);
  }
});

test("the truth that was generated is found, with shifted indels as one variant each", async () => {
  const folder = temporaryFolder();
  const { replicates, reference, truth, records } = generateReplicates({
    ...{ folder, seed: 12, runs: 3, variants: 1500, contigs: 3, dropOut: 0.1, indels: 0.5, shiftIndels: true },
  });
  const { rows, report } = await compareFiles(replicates, { reference: reference ?? "", minimumDepth: 1 });
  const generated = readFileSync(truth, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t").slice(0, 4).join(":"));
  const found = new Set(rows.map(({ contig, pos, ref, alt }) => `${contig}:${pos}:${ref}:${alt}`));
  const expected = new Set(generated);
  expect([...found].filter((variant) => !expected.has(variant))).toEqual([]);
  expect(found.size).toBeGreaterThan(1480);
  expect(report.strata[0].calls.runs.map(({ called }) => called)).toEqual(records);
});

test("a gVCF gives the same variants as the VCF of the same calls, and imputes what is missing", async () => {
  const options = { seed: 13, runs: 2, variants: 800, contigs: 2, dropOut: 0.1, depth: 60 };
  const plain = generateReplicates({ ...options, folder: join(temporaryFolder(), "vcf") });
  const blocks = generateReplicates({ ...options, folder: join(temporaryFolder(), "gvcf"), gvcf: true });
  const [one, other] = [await compareFiles(plain.replicates), await compareFiles(blocks.replicates)];
  expect(other.rows.map(({ pos, mean, sd }) => [pos, mean, sd])).toEqual(
    one.rows.map(({ pos, mean, sd }) => [pos, mean, sd]),
  );
  const [without, imputed] = [one, other].map(({ report }) => report.strata[0].calls.runs);
  expect(without.map(({ absent }) => absent > 0)).toEqual([true, true]);
  expect(imputed.map(({ imputed: count }) => count)).toEqual(without.map(({ absent }) => absent));
});
