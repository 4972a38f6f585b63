import { BLOCK_BASES } from "@touchstone/statistics";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ChangedVariant } from "./changed-variant.ts";
import type { GateRecord, GateSide } from "./gate-record.ts";
import { pairVersions } from "./pair-versions.ts";
import { sumOf } from "./same-counts.ts";

const CONTIGS = ["chr1", "chr2"];

function side(verdict: GateSide["verdict"], genotype = "0/1", type = "SNP"): GateSide {
  return { verdict, genotype, type };
}

function row(
  position: number,
  truth: GateSide | null,
  query: GateSide | null,
  more: Partial<GateRecord> = {},
): GateRecord {
  return { contig: "chr1", position, ref: "A", alt: "C", truth, query, ...more };
}

function pair(current: readonly GateRecord[], candidate: readonly GateRecord[]) {
  const changes: ChangedVariant[] = [];
  const paired = pairVersions(current, candidate, CONTIGS, (change) => changes.push(change));
  return { ...paired, changes: changes.map(({ change, contig, position }) => `${change} ${contig}:${position}`) };
}

test("verdicts are paired by truth variant, false positives by how they are written", () => {
  const current = [
    row(10, side("TP"), side("TP")),
    row(20, side("TP"), side("TP")),
    row(30, side("FN"), null),
    row(40, side("FN"), null),
    row(50, null, side("FP")),
    row(60, null, side("FP")),
  ];
  const candidate = [
    row(10, side("TP"), side("TP")),
    row(20, side("FN"), null),
    row(20, null, side("FP"), { alt: "G" }),
    row(30, side("TP"), side("TP")),
    row(40, side("FN"), null),
    row(50, null, side("FP")),
  ];
  const { SNP, INDEL, changes } = pair(current, candidate);
  expect(SNP.found).toEqual({ both: 1, currentOnly: 1, candidateOnly: 1, neither: 1 });
  expect(SNP.falsePositives).toEqual({ both: 1, currentOnly: 1, candidateOnly: 1 });
  expect(changes).toEqual(["lost chr1:20", "new FP chr1:20", "gained chr1:30", "resolved FP chr1:60"]);
  expect(SNP.blocks).toEqual([
    {
      contig: "chr1",
      index: 0,
      first: { truthTp: 2, truthFn: 2, queryTp: 2, queryFp: 2 },
      second: { truthTp: 2, truthFn: 2, queryTp: 2, queryFp: 2 },
    },
  ]);
  expect(INDEL.blocks).toEqual([]);
});

test("a wrong genotype of a truth variant is a lost variant and a new false positive", () => {
  const { changes } = pair(
    [row(10, side("TP", "0/1"), side("TP", "0/1"))],
    [row(10, side("FN", "0/1"), null), row(10, null, side("FP", "1/1"))],
  );
  expect(changes).toEqual(["lost chr1:10", "new FP chr1:10"]);
});

test("blocks end at whole multiples of their size, and at contigs", () => {
  const rows = [
    row(1, side("TP"), null),
    row(BLOCK_BASES, side("TP"), null),
    row(BLOCK_BASES + 1, side("TP"), null),
    row(1, side("TP"), null, { contig: "chr2" }),
  ];
  expect(pair(rows, rows).SNP.blocks.map(({ contig, index }) => [contig, index])).toEqual([
    ["chr1", 0],
    ["chr1", 1],
    ["chr2", 0],
  ]);
});

test("what is not assessed, or outside the regions, is counted nowhere", () => {
  const rows = [row(10, side("N"), side("N")), row(20, null, side("UNK")), row(30, null, side("FP", "0/1", "NOCALL"))];
  expect(pair(rows, []).SNP.blocks).toEqual([]);
});

test.each([
  ["a truth variant is missing", [row(10, side("TP"), null)], [], "chr1:10"],
  ["its genotype differs", [row(10, side("TP"), null)], [row(10, side("FN", "1/1"), null)], "chr1:10"],
  ["its type differs", [row(10, side("TP"), null)], [row(10, side("TP", "0/1", "INDEL"), null)], "chr1:10"],
  ["a contig is unknown", [row(10, side("TP"), null, { contig: "chrX" })], [], "chrX"],
  ["records are out of order", [row(20, null, side("FP")), row(10, null, side("FP"))], [], "out of order"],
])("is refused when %s", (_, current, candidate, named) => {
  expect(() => pair(current, candidate)).toThrow(
    expect.objectContaining({ code: "TS_COMPARISONS_DIFFER", message: expect.stringContaining(named) }),
  );
});

const truthVariants = fc.array(
  fc.record({
    position: fc.integer({ min: 1, max: 3 * BLOCK_BASES }),
    type: fc.constantFrom("SNP", "INDEL"),
    current: fc.boolean(),
    candidate: fc.boolean(),
  }),
  { maxLength: 40 },
);

test("swapping the versions swaps every count, and blocks add up to all records", () => {
  fc.assert(
    fc.property(truthVariants, (variants) => {
      const sorted = variants.toSorted((first, second) => first.position - second.position);
      const rowsOf = (version: "current" | "candidate") =>
        sorted.map((variant) => row(variant.position, side(variant[version] ? "TP" : "FN", "0/1", variant.type), null));
      const forth = pair(rowsOf("current"), rowsOf("candidate"));
      const back = pair(rowsOf("candidate"), rowsOf("current"));
      for (const type of ["SNP", "INDEL"] as const) {
        const ofType = sorted.filter((variant) => variant.type === type);
        const sum = sumOf(forth[type].blocks.map(({ first }) => first));
        expect(sum.truthTp).toBe(ofType.filter(({ current }) => current).length);
        expect(sum.truthFn).toBe(ofType.filter(({ current }) => !current).length);
        expect(back[type].found).toEqual({
          ...forth[type].found,
          currentOnly: forth[type].found.candidateOnly,
          candidateOnly: forth[type].found.currentOnly,
        });
      }
    }),
  );
});
