import { createHash } from "node:crypto";
import type { ComparedCall, ComparedRow } from "./compared-row.ts";
import {
  type DiscordantVariant,
  type DiscordantVariants,
  MOST_DISCORDANT_VARIANTS,
  type NearbyCall,
  type NearbyRecord,
} from "./discordant-variant.ts";
import type { ComparedRows } from "./read-compared-rows.ts";

/** Bases between two records from which on they are no local match of each other. */
const LOCAL_DISTANCE = 30;
/** Farther back no record is of the same superlocus. */
const REACH = 5000;
const MOST_NEARBY = 50;

/** A discordant record while the rows behind it are still being read. */
interface Found {
  readonly row: ComparedRow;
  readonly variant: DiscordantVariant;
  readonly nearby: ComparedRow[];
}

/** The FN and FP of a comparison, each with the records that lie nearby or are of its superlocus. */
export function collectDiscordant({ contigs, rows }: ComparedRows): DiscordantVariants {
  const places = new Map(contigs.map((name, place) => [name, place]));
  const occurrences = new Map<string, number>();
  const all: Found[] = [];
  let window: ComparedRow[] = [];
  let open: Found[] = [];
  let total = 0;
  for (const row of rows) {
    const isNear = (other: ComparedRow) => other.contig === row.contig && other.position >= row.position - REACH;
    if (window[0] !== undefined && !isNear(window[0])) window = window.filter(isNear);
    if (open[0] !== undefined && !isNear(open[0].row)) open = open.filter((one) => isNear(one.row));
    for (const one of open) if (belongTogether(one.row, row)) one.nearby.push(row);
    if (!places.has(row.contig)) places.set(row.contig, places.size);
    const contigPlace = places.get(row.contig) ?? 0;
    for (const call of discordantCalls(row)) {
      total++;
      if (all.length >= MOST_DISCORDANT_VARIANTS) continue;
      const nearby = window.filter((other) => belongTogether(other, row));
      if (row.truth !== null && row.query !== null) nearby.push(row);
      const found = { row, variant: { ...describe(row, call, occurrences), contigPlace, nearby: [] }, nearby };
      all.push(found);
      open.push(found);
    }
    window.push(row);
  }
  return { total, variants: all.map(({ variant, row, nearby }) => ({ ...variant, nearby: nearest(nearby, row) })) };
}

function discordantCalls({ truth, query }: ComparedRow): ComparedCall[] {
  return [
    ...(truth !== null && truth.decision === "FN" ? [truth] : []),
    ...(query !== null && query.decision === "FP" ? [query] : []),
  ];
}

function describe(
  row: ComparedRow,
  call: ComparedCall,
  occurrences: Map<string, number>,
): Omit<DiscordantVariant, "contigPlace" | "nearby"> {
  const { contig, position, ref, alt, filter, superlocus, method, strata, flanks } = row;
  const { genotype, variantType, subtype, genotypeClass, score } = call;
  const label = call.decision === "FN" ? "FN" : "FP";
  const key = [label, contig, position, ref.toUpperCase(), alt.toUpperCase(), unphased(genotype)].join("\t");
  const number = (occurrences.get(key) ?? 0) + 1;
  occurrences.set(key, number);
  return {
    ...{ label, contig, position, ref, alt, filter, superlocus, method, strata },
    ...{ genotype, variantType, subtype, genotypeClass, score },
    variantSha256: createHash("sha256").update(`${key}\t${number}`).digest("hex"),
    matchKind: call.matchKind === "genotype" ? null : call.matchKind,
    basesBefore: flanks?.[0] ?? null,
    basesAfter: flanks?.[1] ?? null,
  };
}

/** "1|0" and "0/1" are one genotype: callers differ in what they phase. */
function unphased(genotype: string): string {
  return genotype
    .split(/[/|]/)
    .sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1))
    .join("/");
}

function belongTogether(one: ComparedRow, other: ComparedRow): boolean {
  return (
    (one.superlocus !== null && one.superlocus === other.superlocus) || distanceBetween(one, other) < LOCAL_DISTANCE
  );
}

/** Bases between the spans of two rows' REF; 0 where they touch or overlap. */
function distanceBetween(one: ComparedRow, other: ComparedRow): number {
  const [first, second] = one.position <= other.position ? [one, other] : [other, one];
  return Math.max(0, second.position - (first.position + first.ref.length));
}

function nearest(rows: readonly ComparedRow[], of: ComparedRow): NearbyRecord[] {
  const kept =
    rows.length <= MOST_NEARBY
      ? rows
      : rows
          .toSorted((a, b) => distanceBetween(a, of) - distanceBetween(b, of))
          .slice(0, MOST_NEARBY)
          .sort((a, b) => a.position - b.position);
  return kept.map(({ position, ref, alt, filter, superlocus, method, reason, truth, query }) => ({
    ...{ position, ref, alt, filter, superlocus, method, reason },
    truth: truth && toNearbyCall(truth),
    query: query && toNearbyCall(query),
  }));
}

function toNearbyCall({ genotype, decision, matchKind, score }: ComparedCall): NearbyCall {
  return { genotype, decision, matchKind, score };
}
