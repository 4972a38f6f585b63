import { readRows, sampleField } from "./labels.ts";

/** Cells of extended.csv that are counts, by the name of their column. */
export type Recount = Map<string, number>;

/** One called side of one row of P.vcf.gz. */
interface Call {
  readonly side: "TRUTH" | "QUERY";
  readonly decision: string;
  readonly kind: string;
  readonly passing: boolean;
  readonly alleles: readonly string[];
  readonly genotype: string;
  readonly superlocus: string;
}

const SUBTYPE_LIMITS = [
  [5, "1_5"],
  [15, "6_15"],
  [Number.POSITIVE_INFINITY, "16_PLUS"],
] as const;

/**
 * Counts the rows of a comparison's VCF anew, from BD, BK, REF, ALT, GT and FILTER alone; keys are
 * `type,subtype,filter`. Shares no code with the counting of the comparison itself.
 */
export function recount(path: string): Map<string, Recount> {
  const calls = readCalls(path);
  const counts = new Map<string, Recount>();
  const unsupported = new Set<string>();
  for (const { side, decision, passing, superlocus } of calls) {
    if (side === "QUERY" && decision === "TP" && !passing) unsupported.add(superlocus);
  }
  for (const call of calls) {
    addCall(counts, call, "ALL", call.decision);
    if (call.side === "QUERY") {
      if (call.passing) addCall(counts, call, "PASS", call.decision);
    } else {
      addCall(counts, call, "PASS", call.decision === "TP" && unsupported.has(call.superlocus) ? "FN" : call.decision);
    }
  }
  return counts;
}

function readCalls(path: string): Call[] {
  return readRows(path).flatMap((row) =>
    (["TRUTH", "QUERY"] as const).flatMap((side, column) => {
      const decision = sampleField(row, column, "BD");
      if (decision === "." || decision === "N") return [];
      const [contig, position, , ref, alt, , filter, info] = row;
      const superlocus = /(?:^|;)BS=(\d+)/.exec(info)?.[1] ?? `row ${position}`;
      return [
        {
          side,
          decision,
          kind: sampleField(row, column, "BK"),
          passing: filter === "PASS" || filter === ".",
          alleles: [ref, ...alt.split(",")].map((allele) => allele.toUpperCase()),
          genotype: sampleField(row, column, "GT"),
          superlocus: `${contig}:${superlocus}`,
        },
      ];
    }),
  );
}

function addCall(counts: Map<string, Recount>, call: Call, filter: string, decision: string): void {
  const numbers = call.genotype.split(/[/|]/).map((allele) => (allele === "." ? -1 : Number(allele)));
  const called = [...new Set(numbers.filter((number) => number > 0))].map((number) => call.alleles[number]);
  const edits = called.filter((allele) => allele !== "*").map((allele) => trim(call.alleles[0], allele));
  const subtypes = new Set(edits.flatMap(([ref, alt]) => (ref.length === alt.length ? [] : [subtypeOf(ref, alt)])));
  const type = subtypes.size > 0 ? "INDEL" : "SNP";
  for (const subtype of ["*", ...subtypes]) {
    const key = `${type},${subtype},${filter}`;
    const row = counts.get(key) ?? new Map<string, number>();
    counts.set(key, row);
    for (const group of [`${call.side}.TOTAL`, `${call.side}.${decision}`]) {
      add(row, group, 1);
      if (type === "SNP") addSubstitutions(row, group, edits);
      const zygosity = zygosityOf(numbers, call.alleles);
      if (zygosity !== null) add(row, `${group}.${zygosity}`, 1);
    }
    if (decision === "FP" && call.kind === "am") add(row, "FP.gt", 1);
    if (decision === "FP" && call.kind === "lm") add(row, "FP.al", 1);
  }
}

function addSubstitutions(row: Recount, group: string, edits: readonly (readonly [string, string])[]): void {
  for (const [ref, alt] of edits) {
    [...ref].forEach((base, i) => {
      const change = [base, alt[i]].sort().join("");
      if (change === "AG" || change === "CT") add(row, `${group}.ti`, 1);
      else if (/^(AC|AT|CG|GT)$/.test(change)) add(row, `${group}.tv`, 1);
    });
  }
}

function zygosityOf(numbers: readonly number[], alleles: readonly string[]): "het" | "homalt" | null {
  const [a, b] = numbers.map((number) => (number > 0 && alleles[number] === "*" ? 0 : number));
  if (numbers.length !== 2 || a < 0 || b < 0) return null;
  if (a === b) return a > 0 ? "homalt" : null;
  return a === 0 || b === 0 ? "het" : null;
}

function subtypeOf(ref: string, alt: string): string {
  const family = ref === "" ? "I" : alt === "" ? "D" : "C";
  const length = Math.abs(ref.length - alt.length);
  return family + (SUBTYPE_LIMITS.find(([limit]) => length <= limit)?.[1] ?? "");
}

function trim(ref: string, alt: string): readonly [string, string] {
  let [from, to] = [ref, alt];
  while (from !== "" && to !== "" && from[0] === to[0]) [from, to] = [from.slice(1), to.slice(1)];
  while (from !== "" && to !== "" && from.at(-1) === to.at(-1)) [from, to] = [from.slice(0, -1), to.slice(0, -1)];
  return [from, to];
}

function add(row: Recount, column: string, count: number): void {
  row.set(column, (row.get(column) ?? 0) + count);
}
