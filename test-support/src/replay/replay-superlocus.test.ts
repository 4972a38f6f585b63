import { describe, expect, test } from "vitest";
import { type ChosenRecord, replaySuperlocus } from "./replay-superlocus.ts";

//                          1         2
//                 123456789012345678901234
const REFERENCE = "ACGTTGCAAACCCTAGATTTTTGC";

function record(position: number, change: string, ...alleles: (number | null)[]): ChosenRecord {
  const [reference, alternates] = change.split(">");
  return { position, reference, alternates: alternates.split(","), alleles };
}

describe("equal haplotypes are a proof", () => {
  test("a deletion at either end of a repeat", () => {
    const replay = replaySuperlocus(REFERENCE, [record(7, "CA>C", 1, 0)], [record(9, "AA>A", 1, 0)]);
    expect(replay.failures).toEqual([]);
    expect(replay.haplotypes).toEqual([
      { truth: "CAA", query: "CAA" },
      { truth: "CAAA", query: "CAAA" },
    ]);
  });

  test("an MNP and its two halves, on the haplotypes they were put on", () => {
    const halves = [record(4, "T>C", 0, 1), record(5, "T>A", 0, 1)];
    expect(replaySuperlocus(REFERENCE, halves, [record(4, "TT>CA", 0, 1)]).failures).toEqual([]);
    expect(replaySuperlocus(REFERENCE, halves, [record(4, "TT>CA", 1, 0)]).failures).toEqual([
      "haplotype 1: truth is TT, query is CA",
      "haplotype 2: truth is CA, query is TT",
    ]);
  });

  test("overlapping records whose trimmed edits do not touch", () => {
    const replay = replaySuperlocus(
      REFERENCE,
      [record(6, "GCA>G", 1, 0), record(8, "A>T", 0, 1)],
      [record(6, "GCA>G,GCT", 1, 2)],
    );
    expect(replay.failures).toEqual([]);
  });

  test("an insertion before a changed base, and a deletion beside an insertion", () => {
    const parts = [record(14, "T>TGG", 1), record(15, "A>C", 1)];
    expect(replaySuperlocus(REFERENCE, parts, [record(15, "A>GGC", 1)]).failures).toEqual([]);
  });

  test("alleles that change nothing by themselves", () => {
    const truth = [record(6, "GCA>G", 0, 1), record(7, "C>T,*", 1, 2)];
    expect(replaySuperlocus(REFERENCE, truth, [record(6, "GCA>GTA,G", 1, 2)]).failures).toEqual([]);
    expect(replaySuperlocus(REFERENCE, [record(7, "C>T", 1, null)], [record(7, "C>T", 1, 0)]).failures).toEqual([]);
  });
});

describe("what is no proof", () => {
  test("edits of one side that touch the same bases", () => {
    const truth = [record(6, "GCAA>G", 1), record(8, "A>T", 1)];
    expect(replaySuperlocus(REFERENCE, truth, []).failures[0]).toBe("truth haplotype 1: 6 GCAA>G overlaps 8 A>T");
  });

  test("two insertions at one point, whose order is unknown", () => {
    const parts = [record(14, "T>TG", 1), record(14, "T>TC", 1)];
    const replay = replaySuperlocus(REFERENCE, [record(14, "T>TGC", 1)], parts);
    expect(replay.failures).toContain("query haplotype 1: 14 T>TG overlaps 14 T>TC");
  });

  test("a REF that is not the reference's, unless a letter is ambiguous", () => {
    expect(replaySuperlocus(REFERENCE, [record(7, "G>T", 1)], [record(7, "G>T", 1)]).failures).toEqual([
      "7 G>T: REF is G, the reference has C",
      "7 G>T: REF is G, the reference has C",
    ]);
    expect(replaySuperlocus("acgyt", [record(4, "C>A", 1)], [record(4, "T>A", 1)]).failures).toEqual([]);
  });

  test("records with different numbers of haplotypes", () => {
    expect(replaySuperlocus(REFERENCE, [record(7, "C>T", 1)], [record(7, "C>T", 1, 1)]).failures).toEqual([
      "records have 1 and 2 haplotypes",
    ]);
  });
});

describe("no-ops", () => {
  test("two records of one side that cancel each other", () => {
    const query = [record(7, "CA>C", 1, 0), record(9, "A>AA", 1, 0), record(14, "T>G", 0, 1)];
    expect(replaySuperlocus(REFERENCE, [record(14, "T>G", 0, 1)], query).failures).toEqual([
      "no-op: query 7 CA>C and 9 A>AA spell the reference",
    ]);
  });

  test("a homozygote cancelled on one haplotype and matched on the other is a match", () => {
    const truth = [record(7, "CA>C", 1, 1), record(10, "A>AA", 1, 0)];
    expect(replaySuperlocus(REFERENCE, truth, [record(8, "AA>A", 0, 1)]).failures).toEqual([]);
  });

  test("homozygotes that cancel on both haplotypes are a no-op", () => {
    const truth = [record(7, "CA>C", 1, 1), record(10, "A>AA", 1, 1)];
    expect(replaySuperlocus(REFERENCE, truth, []).failures).toEqual([
      "no-op: truth 7 CA>C and 10 A>AA spell the reference",
    ]);
  });

  test("records that cancel only across a change of the other side are a match", () => {
    const truth = [record(7, "CA>C", 1), record(14, "T>TA", 1)];
    const query = [record(7, "CAAACCCT>CAACCCTA", 1)];
    expect(replaySuperlocus(REFERENCE, truth, query).failures).toEqual([]);
  });

  test("beside a match without a reference base between", () => {
    const truth = [record(7, "CA>C", 1), record(10, "A>AA", 1), record(11, "C>G", 1)];
    expect(replaySuperlocus(REFERENCE, truth, [record(11, "C>G", 1)]).failures).toEqual([
      "no-op: truth 7 CA>C and 10 A>AA spell the reference",
    ]);
  });
});
