import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { FastaReader, readBed } from "@touchstone/formats";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { generateDemoPair } from "./generate-demo-pair.ts";
import { generatePair } from "./generate-pair.ts";
import type { GeneratedPair, PairOptions } from "./pair-options.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pair-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const perfect = { dropped: 0, gt_error: 0, allele_error: 0, extra: 0 };

function generate(options: Partial<PairOptions> = {}): GeneratedPair {
  return generatePair({ folder, seed: 7, contigLengths: [300_000, 200_000], eventCount: 1500, ...options });
}

interface Line {
  contig: string;
  start: number;
  ref: string;
  alts: string[];
  filter: string;
  haplotypes: number[];
}

function linesOf(path: string): Line[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString();
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [contig, position, , ref, alt, , filter, , , sample] = line.split("\t");
      const haplotypes = sample.split(":")[0].split(/[|/]/).map(Number);
      return { contig, start: Number(position) - 1, ref, alts: alt.split(","), filter, haplotypes };
    });
}

function wholeContigs(path: string): Map<string, string> {
  const reader = FastaReader.open(path);
  const sequences = reader.contigs.map(({ name, length }, number): [string, string] => {
    reader.select(number);
    const bases = new Uint8Array(length);
    reader.copyBases(0, length, bases, 0);
    return [name, Buffer.from(bases).toString("latin1")];
  });
  reader.close();
  return new Map(sequences);
}

/** The sequence of a haplotype; edits of one haplotype are trimmed and must not overlap. */
function spell(reference: string, lines: Line[], haplotype: number): string {
  let spelled = "";
  let done = 0;
  for (const { start, ref, alts, haplotypes } of lines) {
    if (haplotypes[haplotype] === 0) continue;
    const alt = alts[haplotypes[haplotype] - 1];
    let same = 0;
    while (same < Math.min(ref.length, alt.length) && ref[same] === alt[same]) same++;
    expect(start + same).toBeGreaterThanOrEqual(done);
    spelled += reference.slice(done, start + same) + alt.slice(same);
    done = start + ref.length;
  }
  return spelled + reference.slice(done);
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

describe.each([
  ["sparse", false, 11],
  ["sparse", false, 12],
  ["dense", true, 13],
  ["dense", true, 14],
])("a %s pair without errors (dense: %s, seed %i)", (_, dense, seed) => {
  test("spells the same haplotypes with truth and query records, whose REF is the reference", () => {
    const pair = generate({ dense, seed, phased: true, errorRates: perfect, plain: true });
    const reference = wholeContigs(pair.reference);
    const [truth, query] = [linesOf(pair.truth), linesOf(pair.query)];
    for (const [contig, sequence] of reference) {
      const [truthHere, queryHere] = [truth, query].map((lines) => lines.filter((line) => line.contig === contig));
      for (const { start, ref } of [...truthHere, ...queryHere])
        expect(sequence.slice(start, start + ref.length)).toBe(ref);
      for (const haplotype of [0, 1]) {
        const spelled = digest(spell(sequence, truthHere, haplotype));
        expect(digest(spell(sequence, queryHere, haplotype))).toBe(spelled);
        expect(spelled).not.toBe(digest(sequence));
      }
    }
    expect(pair.oracle.count("exp.FN") + pair.oracle.count("exp.FP")).toBe(0);
    for (const way of ["rightshift", "mnp_split", "cpx_decomposed", "multiallelic_split", "padded_snp"]) {
      expect(pair.oracle.count(`rep.${way}`)).toBeGreaterThan(0);
    }
  });
});

describe("generatePair", () => {
  test("counts what it writes", () => {
    const pair = generate();
    const { oracle } = pair;
    const [truth, query] = [linesOf(pair.truth), linesOf(pair.query)];
    expect(oracle.count("truth.total")).toBe(truth.length);
    expect(oracle.count("truth.total")).toBe(1500);
    expect(oracle.count("query.records")).toBe(query.length);
    expect(query.filter((line) => line.filter === "LowQ").length).toBeGreaterThan(0);
    expect(oracle.count("exp.FN")).toBe(
      oracle.count("dropped") + oracle.count("gt_error") + oracle.count("allele_error"),
    );
    expect(oracle.count("exp.FP")).toBe(oracle.count("gt_error") + oracle.count("allele_error") + 16);
    expect(oracle.count("rep.rightshift") / oracle.count("truth.INDEL")).toBeGreaterThan(0.1);
  });

  test("keeps the edges of confident regions off the records, and counts those inside", () => {
    const pair = generate({ dense: true });
    const regions = readBed(pair.regions);
    const [truth, query] = [pair.truth, pair.query].map((path) =>
      linesOf(path).map(({ contig, start, ref }) => {
        const { starts, ends } = regions.get(contig) ?? { starts: new Int32Array(), ends: new Int32Array() };
        const end = start + ref.length;
        expect(starts.some((edge) => start < edge && edge < end)).toBe(false);
        return starts.some((edge, i) => edge <= start && end <= ends[i]);
      }),
    );
    expect(truth.filter(Boolean)).toHaveLength(pair.oracle.count("inside.truth"));
    expect(query.filter(Boolean)).toHaveLength(pair.oracle.count("inside.query"));
  });

  test("gives the same files for the same seed, others for another", () => {
    const digestOf = (seed: number): string[] => {
      const pair = generate({ seed });
      return [pair.reference, pair.truth, pair.query, pair.regions].map((path) => digest(readFileSync(path, "latin1")));
    };
    const first = digestOf(3);
    expect(digestOf(3)).toEqual(first);
    digestOf(4).forEach((other, i) => {
      expect(other).not.toBe(first[i]);
    });
  });

  test("writes records in order", () => {
    const pair = generate({ dense: true, eventCount: 5000 });
    for (const path of [pair.truth, pair.query]) {
      const lines = linesOf(path);
      for (let i = 1; i < lines.length; i++) {
        if (lines[i].contig === lines[i - 1].contig) expect(lines[i].start).toBeGreaterThanOrEqual(lines[i - 1].start);
      }
    }
  });
});

test("the demo pair is small and has errors of every kind", () => {
  const { oracle } = generateDemoPair(folder);
  expect(oracle.count("truth.total")).toBe(300);
  for (const error of ["dropped", "gt_error", "allele_error", "fp.SNP", "kept_but_filtered"]) {
    expect(oracle.count(error)).toBeGreaterThan(0);
  }
});
