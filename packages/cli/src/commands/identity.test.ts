import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Value } from "@sinclair/typebox/value";
import { IdentitySchema } from "@touchstone/model";
import { toolAvailable } from "@touchstone/test-support";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { recordingEnvironment } from "../../test/recording-environment.ts";
import { run } from "../run.ts";

const SITES = 80;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-identity-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Numbers of 0 to 1, the same for the same seed (mulberry32). */
function numbersOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Genotypes of an individual at sites of allele frequency 0.5. */
function individual(seed: number): number[] {
  const next = numbersOf(seed);
  return Array.from({ length: SITES }, () => Number(next() < 0.5) + Number(next() < 0.5));
}

/** The same as a sequencing sees them: some lost, few wrong. */
function sequenced(genotypes: readonly number[], seed: number): (number | null)[] {
  const next = numbersOf(seed);
  return genotypes.map((genotype) => (next() < 0.05 ? null : next() < 0.02 ? (genotype + 1) % 3 : genotype));
}

/** What bcftools gtcheck prints for a VCF of these samples, against another where one is given. */
function gtcheck(
  name: string,
  samples: Readonly<Record<string, readonly (number | null)[]>>,
  truth?: Readonly<Record<string, readonly number[]>>,
): string {
  const against = truth === undefined ? [] : ["-g", vcfFile(`${name}-truth`, truth)];
  const parameters = ["gtcheck", "-u", "GT,GT", "-e", "0", ...against, vcfFile(name, samples)];
  const path = join(folder, `${name}.txt`);
  writeFileSync(path, execFileSync("bcftools", parameters, { stdio: ["ignore", "pipe", "ignore"] }));
  return path;
}

function vcfFile(name: string, samples: Readonly<Record<string, readonly (number | null)[]>>): string {
  const texts = ["0/0", "0/1", "1/1"];
  const lines = [
    "##fileformat=VCFv4.2",
    "##contig=<ID=chr20,length=1000000>",
    '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
    `#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t${Object.keys(samples).join("\t")}`,
    ...Array.from({ length: SITES }, (_, site) => {
      const genotypes = Object.values(samples).map((of) => texts[of[site] ?? -1] ?? "./.");
      return `chr20\t${1000 * (site + 1)}\t.\tA\tG\t.\t.\t.\tGT\t${genotypes.join("\t")}`;
    }),
  ];
  const path = join(folder, `${name}.vcf`);
  writeFileSync(path, `${lines.join("\n")}\n`);
  const output = join(folder, `${name}.vcf.gz`);
  execFileSync("bcftools", ["view", "-Oz", "-o", output, path]);
  execFileSync("bcftools", ["index", "-t", output]);
  return output;
}

function sheet(...rows: readonly Readonly<Record<string, unknown>>[]): string {
  const path = join(folder, "samplesheet.json");
  writeFileSync(path, JSON.stringify(rows));
  return path;
}

async function identity(...parameters: readonly string[]) {
  const environment = recordingEnvironment();
  const exitCode = await run(["identity", ...parameters, "--out", join(folder, "P")], environment);
  return { exitCode, out: environment.out(), err: environment.err() };
}

const [A, B] = [individual(1), individual(2)];
const ROWS = ["A", "B"].flatMap((sample) =>
  [1, 2].map((replicate) => ({ sample, replicate, sex: "unknown", truth_set: `T${sample}` })),
);

describe.skipIf(!toolAvailable("bcftools"))("genotypes of two individuals, compared by bcftools", () => {
  const files = (people: Readonly<Record<string, readonly number[]>>) => {
    const samples = Object.fromEntries(
      Object.entries(people).map(([id, of], place) => [id, sequenced(of, 100 + place)]),
    );
    const pairs = [gtcheck("samples", samples), gtcheck("truth", samples, { TA: A, TB: B })];
    return ["--samplesheet", sheet(...ROWS), ...pairs.flatMap((path) => ["--pairs", path])];
  };

  test("everybody is who the samplesheet says", async () => {
    const { exitCode, out } = await identity(...files({ A_R1: A, A_R2: A, B_R1: B, B_R2: B }));
    expect(out).toContain("Identity of 4 sequencings: match");
    expect(exitCode).toBe(0);
    const result = JSON.parse(readFileSync(join(folder, "P.identity.json"), "utf8"));
    expect([...Value.Errors(IdentitySchema, result)]).toEqual([]);
    // 2% of wrong genotypes on either side, and people who differ at 5 of 8 sites (of allele frequency 0.5).
    for (const { expected, discordance, compared } of result.pairs) {
      expect(compared).toBeGreaterThan(60);
      if (expected === "same") expect(discordance).toBeLessThan(0.1);
      else expect(Math.abs(discordance - 0.625)).toBeLessThan(0.2);
    }
    const table = readFileSync(join(folder, "P.identity.tsv"), "utf8").trimEnd().split("\n");
    expect(table).toHaveLength(1 + 4 + 6 + 4);
    const section = JSON.parse(readFileSync(join(folder, "P.touchstone_identity_mqc.json"), "utf8"));
    expect(Object.keys(section.data)).toEqual(["A_R1", "A_R2", "B_R1", "B_R2"]);
  });

  test("two that were exchanged are found and named", async () => {
    const { exitCode, out } = await identity(...files({ A_R1: A, A_R2: B, B_R1: A, B_R2: B }));
    expect(exitCode).toBe(1);
    expect(out).toContain("A_R2 and B_R1 are likely exchanged");
    expect(out).toContain("A_R2 and truth set TA: mismatch");
  });

  test("a stranger in a sheet's place; --report-only writes the same and exits with 0", async () => {
    const parameters = files({ A_R1: A, A_R2: individual(3), B_R1: B, B_R2: B });
    const { exitCode, out } = await identity(...parameters);
    expect(exitCode).toBe(1);
    expect(out).toContain("A_R2 is likely not A, nor anybody else of the samplesheet");
    const written = readFileSync(join(folder, "P.identity.json"));
    expect((await identity(...parameters, "--report-only")).exitCode).toBe(0);
    expect(readFileSync(join(folder, "P.identity.json"))).toEqual(written);
  });

  test("too few sites are not evaluable, and exit with 0", async () => {
    const parameters = files({ A_R1: A, A_R2: B, B_R1: A, B_R2: B });
    const { exitCode, out } = await identity(...parameters, "--min-sites", "100");
    expect([exitCode, out]).toEqual([0, expect.stringContaining("Identity of 4 sequencings: not evaluable")]);
  });
});

/** Rows of mosdepth's summary for contigs of 1 Mb at the given depths. */
function depthRows(depths: Readonly<Record<string, number>>): string[] {
  return Object.entries(depths).map(([contig, depth]) => `${contig}\t1000000\t${depth * 1e6}\t${depth}.00\t0\t60`);
}

describe("arguments", () => {
  const pairs = () => {
    const path = join(folder, "pairs.tsv");
    writeFileSync(path, "query\tgenotyped\tagainst\tdiscordant_sites\tcompared_sites\n");
    return path;
  };

  test("a coverage of nobody, and of one id twice", async () => {
    const base = ["--samplesheet", sheet(...ROWS), "--pairs", pairs()];
    const coverage = (name: string) => ["--coverage", join(folder, `${name}.mosdepth.summary.txt`)];
    writeFileSync(join(folder, "A_R1.mosdepth.summary.txt"), "chrom\tlength\tbases\tmean\tmin\tmax\n");
    const unknown = await identity(...base, ...coverage("C_R1"));
    expect([unknown.exitCode, unknown.err]).toEqual([2, expect.stringContaining("is of no id of the samplesheet")]);
    const twice = await identity(...base, ...coverage("A_R1"), ...coverage("A_R1"));
    expect([twice.exitCode, twice.err]).toEqual([2, expect.stringContaining("is of an id that has one already")]);
  });

  test("without pairs the sex alone is judged, and identity is not evaluable", async () => {
    const rows = ["chrom\tlength\tbases\tmean\tmin\tmax", ...depthRows({ chr1: 30, chrX: 15, chrY: 8 })];
    const coverage = join(folder, "A_R1.mosdepth.summary.txt");
    writeFileSync(coverage, `${rows.join("\n")}\n`);
    const woman = sheet({ sample: "A", replicate: 1, sex: "female" });
    const { exitCode, out } = await identity("--samplesheet", woman, "--coverage", coverage);
    expect([exitCode, out]).toEqual([1, expect.stringContaining("sex of A_R1: mismatch: the samplesheet says female")]);
    const man = sheet({ sample: "A", replicate: 1, sex: "male" });
    expect(await identity("--samplesheet", man, "--coverage", coverage)).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining("Identity of 1 sequencing: not evaluable"),
    });
  });

  test("what is missing, and files that cannot be used, leave nothing behind", async () => {
    const missing = await identity("--pairs", pairs());
    expect([missing.exitCode, missing.err]).toEqual([2, expect.stringContaining("--samplesheet missing")]);
    const other = join(folder, "other.txt");
    writeFileSync(other, "nothing\n");
    const broken = await identity("--samplesheet", sheet(...ROWS), "--pairs", other);
    expect([broken.exitCode, broken.err]).toEqual([65, expect.stringContaining("TS_IDENTITY_INVALID")]);
    expect(existsSync(join(folder, "P.identity.json"))).toBe(false);
  });
});
