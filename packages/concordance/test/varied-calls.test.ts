import { bruteForce, checkProofs } from "@touchstone/test-support";
import fc from "fast-check";
import { afterAll, describe, expect, test, vi } from "vitest";
import { infoField, readRows, sampleField } from "./support/labels.ts";
import { rewrittenPieces } from "./support/rewritten-calls.ts";
import { type Comparison, removeComparisons, runComparison } from "./support/run-comparison.ts";
import {
  CALLED_GENOTYPES,
  EVERY_GENOTYPE,
  type VariedPiece,
  variedPieces,
  type WrittenRecord,
} from "./support/varied-calls.ts";
import { type PieceFiles, writePieces } from "./support/write-pieces.ts";

const SEED = 1_905;
vi.setConfig({ testTimeout: 60_000 });
afterAll(removeComparisons);

/** One side of one row of the output. */
interface Row {
  readonly side: "truth" | "query";
  readonly contig: string;
  readonly position: number;
  readonly alleles: string;
  readonly genotype: string;
  readonly decision: string;
  readonly kind: string;
  readonly reason: string;
  readonly superlocus: string;
  readonly method: string;
}

function rowsOf(comparison: Comparison): Row[] {
  return readRows(comparison.file("vcf.gz")).flatMap((row) =>
    (["truth", "query"] as const).flatMap((side, column) => {
      const value = (field: string) => sampleField(row, column, field);
      if (value("BD") === ".") return [];
      return [
        {
          side,
          contig: row[0],
          position: Number(row[1]),
          alleles: `${row[3]}>${row[4]}`,
          genotype: value("GT"),
          decision: value("BD"),
          kind: value("BK"),
          reason: infoField(row, "BN"),
          superlocus: `${row[0]} BS=${infoField(row, "BS")}`,
          method: infoField(row, "BM"),
        },
      ];
    }),
  );
}

/** Rows as lines, in an order that does not depend on the side. */
function linesOf(rows: readonly Row[], mirrored: boolean): string[] {
  const otherSide = { truth: "query", query: "truth" } as const;
  const otherDecision: Readonly<Record<string, string>> = { FN: "FP", FP: "FN" };
  return rows
    .map((row) => {
      const side = mirrored ? otherSide[row.side] : row.side;
      const decision = mirrored ? (otherDecision[row.decision] ?? row.decision) : row.decision;
      return `${row.contig}:${row.position} ${side} ${row.alleles} ${row.genotype} ${decision} ${row.kind} ${row.reason}`;
    })
    .sort();
}

/**
 * What an independent replay finds wrong. Records that are exactly the same on both sides match each other even where
 * their own side contradicts them, so that a call set is always right against itself; that is no failure.
 */
async function unprovenMatches(comparison: Comparison, reference: string): Promise<string[]> {
  const { failures } = await checkProofs(comparison.file("vcf.gz"), reference);
  const exact = new Set(rowsOf(comparison).flatMap((row) => (row.method === "exact" ? [row.superlocus] : [])));
  return failures.filter((failure) => {
    const [, first, second] = /^(\S+ BS=\d+) contradicts (\S+ BS=\d+)/.exec(failure) ?? [];
    return first === undefined || !(exact.has(first) || exact.has(second));
  });
}

const isHalfCall = ({ genotype }: Row) => genotype.includes(".") && /[1-9]/.test(genotype);

describe.each([
  ["genotype", "flexible"],
  ["genotype", "strict"],
  ["alleles", "flexible"],
] as const)("varied calls, --match %s --ploidy %s", (match, ploidy) => {
  const pieces = fc.sample(variedPieces({ genotypes: EVERY_GENOTYPE, most: 8 }), { numRuns: 400, seed: SEED });
  const options = { match, ploidy };

  test("every match is proven, and swapping truth and query mirrors every label", async () => {
    const files = writePieces(pieces, 2);
    const comparison = await runComparison(files, options);
    const swapped = await runComparison({ ...files, truth: files.query, query: files.truth }, options);
    expect(linesOf(rowsOf(swapped), true)).toEqual(linesOf(rowsOf(comparison), false));
    expect(await unprovenMatches(comparison, files.reference)).toEqual([]);
    expect(await unprovenMatches(swapped, files.reference)).toEqual([]);
    expect(rowsOf(comparison).filter(({ decision }) => decision === "TP").length).toBeGreaterThan(800);
  });

  test("a call set against itself is all TP, half calls at best allele matches", async () => {
    const files = writePieces(pieces, 2);
    const rows = rowsOf(await runComparison({ ...files, query: files.truth }, options));
    expect(rows).toHaveLength(2 * pieces.reduce((sum, { truth }) => sum + truth.length, 0));
    const reasons = new Set(["no-call", "hom-ref", "spanning-deletion"]);
    const wrong = rows.filter((row) => {
      if (row.decision === "N") return !reasons.has(row.reason);
      if (match === "genotype" && isHalfCall(row)) return row.decision === "TP" || row.kind === "gm";
      return row.decision !== "TP";
    });
    expect(wrong).toEqual([]);
    expect(rows.some(isHalfCall)).toBe(true);
  });
});

test("respected phase: matches are proven, and mirrored when swapped", async () => {
  const pieces = fc.sample(variedPieces({ genotypes: EVERY_GENOTYPE, most: 6 }), { numRuns: 300, seed: SEED + 1 });
  const files = writePieces(pieces);
  const comparison = await runComparison(files, { phase: "respect" });
  const swapped = await runComparison({ ...files, truth: files.query, query: files.truth }, { phase: "respect" });
  expect(linesOf(rowsOf(swapped), true)).toEqual(linesOf(rowsOf(comparison), false));
  expect(await unprovenMatches(comparison, files.reference)).toEqual([]);
});

describe.each(["flexible", "strict"] as const)("other words for the same calls, --ploidy %s", (ploidy) => {
  test("padding, shifting and taking apart leave every record TP", async () => {
    const files = writePieces(fc.sample(rewrittenPieces, { numRuns: 600, seed: SEED }));
    const comparison = await runComparison(files, { ploidy });
    const rows = rowsOf(comparison);
    expect(rows.filter(({ decision }) => decision !== "TP")).toEqual([]);
    expect(rows.filter(({ method }) => method === "search").length).toBeGreaterThan(200);
    expect((await checkProofs(comparison.file("vcf.gz"), files.reference)).failures).toEqual([]);
  });
});

describe("clusters of up to 8 varied records match as many as trying every choice finds", () => {
  test.each<[string, "genotype" | "alleles", readonly string[]]>([
    ["diploid", "genotype", CALLED_GENOTYPES],
    ["alleles", "alleles", CALLED_GENOTYPES],
    ["triploid", "genotype", ["0/0/1", "0/1/1", "1/1/1", "0|0|1", "1"]],
    ["triploid and diploid", "genotype", ["0/0/1", "1/1/1", "0/1", "1/1", "1"]],
    ["tetraploid", "genotype", ["0/0/0/1", "0/0/1/1", "0/1/1/1", "1/1/1/1", "0/1", "1/1"]],
  ])("%s", async (_, match, genotypes) => {
    const single = genotypes !== CALLED_GENOTYPES;
    const pieces = fc
      .sample(variedPieces({ genotypes, most: 6 }), { numRuns: 500, seed: SEED })
      .map((piece) => withRecords(piece, (record) => changesSomething(record) && (record.alts.length === 1 || !single)))
      .filter(({ truth, query }) => truth.length > 0 && query.length > 0 && truth.length + query.length <= 8);
    const files = writePieces(pieces);
    const rows = rowsOf(await runComparison(files, { match }));
    expect(
      pieces.flatMap((piece, number) => shortfall(piece, rowsOfPiece(rows, files, pieces, number), match)),
    ).toEqual([]);
    expect(pieces.length).toBeGreaterThan(100);
  });
});

function withRecords(piece: VariedPiece, keep: (record: WrittenRecord) => boolean): VariedPiece {
  return { ...piece, truth: piece.truth.filter(keep), query: piece.query.filter(keep) };
}

function numbersOf(genotype: string): number[] {
  return genotype.split(/[/|]/).map(Number);
}

function changesSomething({ genotype, alts }: WrittenRecord): boolean {
  return numbersOf(genotype).some((allele) => allele > 0 && alts[allele - 1] !== "*");
}

function rowsOfPiece(rows: readonly Row[], files: PieceFiles, pieces: readonly VariedPiece[], number: number): Row[] {
  const { contig, start } = files.places[number];
  const end = start + pieces[number].reference.length;
  return rows.filter((row) => row.contig === contig && row.position > start && row.position <= end);
}

/** Nothing, or a piece in which more records match than were found. Pairs give way only where both sides have others. */
function shortfall(piece: VariedPiece, rows: readonly Row[], match: "genotype" | "alleles"): unknown[] {
  const toGenotyped = ({ position, ref, alts, genotype }: WrittenRecord) => ({
    position,
    reference: ref.toUpperCase(),
    alternates: alts.map((alt) => alt.toUpperCase()),
    genotype: numbersOf(genotype),
  });
  const { reference, truth, query } = piece;
  const ploidy = Math.max(2, ...[...truth, ...query].map(({ genotype }) => numbersOf(genotype).length));
  const best = bruteForce(reference, truth.map(toGenotyped), query.map(toGenotyped), { match, ploidy });
  const matched = rows.filter(({ decision }) => decision === "TP").length;
  if (matched >= best.matched) return [];
  if (best.exactPairs === Math.min(truth.length, query.length)) return [];
  return [{ piece, matched, best: best.matched }];
}
