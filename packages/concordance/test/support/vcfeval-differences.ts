import type { Side } from "./labels.ts";

/** A record that gets another label than vcfeval gave it, on purpose. */
export interface Difference {
  readonly case: string;
  readonly side: Side;
  /** Contig, POS, REF and the called alleles. */
  readonly record: string;
  readonly vcfeval: string;
  readonly touchstone: string;
  readonly reason: string;
}

/** Cases whose labels are no comparison of one sample with another. */
export const NOT_COMPARABLE: ReadonlyMap<string, string> = new Map([
  ["trio-consistent", "asks whether a child's alleles come from its parents, two samples of the truth at once"],
]);

/** Every deliberate difference from vcfeval's own cases; a listed one that does not occur fails the test. */
export const DIFFERENCES: readonly Difference[] = [
  ...[
    ["7:15 C A/A", "7:15 C>G"],
    ["7:80 C A/A", "7:80 C>T"],
    ["7:193 GC CT/CT", "7:193 G>C"],
    ["7:637 C A/A", "7:637 C>T"],
  ].flatMap(([record, other]): Difference[] => {
    const reason = `truth and query both hold it; that ${other} excludes it is the call sets' contradiction with themselves`;
    return [
      { case: "all-matches", side: "query", record, vcfeval: "FP", touchstone: "TP", reason },
      { case: "all-matches", side: "truth", record, vcfeval: "FN", touchstone: "TP", reason },
    ];
  }),
];
