import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Contig } from "./generate-genome.ts";

/** Bases on each side of a repeat that belong to its stratum, so that the anchor base of an indel does. */
const PADDING = 5;
const LEAST_HOMOPOLYMER = 6;
const LOWER_CASE = 32;

type Interval = readonly [start: number, end: number];

/**
 * Writes strata as GIAB has them: soft-masked repeats, what is outside of them, and homopolymers of six bases or more.
 *
 * @returns the path of the list.
 */
export function writeStrata(folder: string, contigs: readonly Contig[]): string {
  const strata = {
    repeats: bedOf(contigs, ({ bases }) => merged(runsOf(bases, isMasked))),
    "outside repeats": bedOf(contigs, ({ bases }) => complement(merged(runsOf(bases, isMasked)), bases.length)),
    homopolymers: bedOf(contigs, ({ bases }) => merged(homopolymersOf(bases))),
  };
  const lines = Object.entries(strata).map(([name, bed]) => {
    const file = `${name.replaceAll(" ", "-")}.bed`;
    writeFileSync(join(folder, file), bed);
    return `${name}\t${file}\n`;
  });
  const list = join(folder, "strata.tsv");
  writeFileSync(list, lines.join(""));
  return list;
}

function bedOf(contigs: readonly Contig[], intervalsOf: (contig: Contig) => readonly Interval[]): string {
  return contigs
    .flatMap((contig) => intervalsOf(contig).map(([start, end]) => `${contig.name}\t${start}\t${end}\n`))
    .join("");
}

function isMasked(base: number): boolean {
  return (base & LOWER_CASE) !== 0;
}

function runsOf(bases: Uint8Array, isIn: (base: number) => boolean): Interval[] {
  const runs: Interval[] = [];
  for (let at = 0; at < bases.length; at++) {
    if (!isIn(bases[at])) continue;
    const start = at;
    while (at < bases.length && isIn(bases[at])) at++;
    runs.push([Math.max(0, start - PADDING), Math.min(bases.length, at + PADDING)]);
  }
  return runs;
}

function homopolymersOf(bases: Uint8Array): Interval[] {
  const runs: Interval[] = [];
  for (let at = 0; at < bases.length; ) {
    const base = bases[at] & ~LOWER_CASE;
    let end = at + 1;
    while (end < bases.length && (bases[end] & ~LOWER_CASE) === base) end++;
    const isLong = end - at >= LEAST_HOMOPOLYMER && base !== "N".charCodeAt(0);
    if (isLong) runs.push([Math.max(0, at - PADDING), Math.min(bases.length, end + PADDING)]);
    at = end;
  }
  return runs;
}

/** Intervals in order that overlap or touch as one. */
function merged(intervals: readonly Interval[]): Interval[] {
  const result: [number, number][] = [];
  for (const [start, end] of intervals) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

function complement(intervals: readonly Interval[], length: number): Interval[] {
  const edges = [0, ...intervals.flat(), length];
  const result: Interval[] = [];
  for (let place = 0; place < edges.length; place += 2) {
    if (edges[place] < edges[place + 1]) result.push([edges[place], edges[place + 1]]);
  }
  return result;
}
