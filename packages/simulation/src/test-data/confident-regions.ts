import type { Individual } from "../individual/individual.ts";
import type { Contig } from "../reference/contig.ts";

/** From this length on an insertion or deletion is a structural variant, which short reads are not asked to call. */
const STRUCTURAL = 50;
/** Bases left out on both sides of a structural variant. */
const PADDING = 100;
/** Bases left out at the ends of known sequence: fragments that would cover them do not fit. */
const EDGE = 500;
const UNKNOWN = "N".charCodeAt(0);

/** BED text of where a caller of short reads is to be right: known bases away from their ends and from structural variants. */
export function confidentRegions(contigs: readonly Contig[], individual: Individual): string {
  return contigs
    .flatMap(({ name, bases }) => {
      const gaps = [...unknownGaps(bases), ...structuralGaps(individual, name)].sort(([one], [other]) => one - other);
      return complement(gaps, bases.length).map(([start, end]) => `${name}\t${start}\t${end}\n`);
    })
    .join("");
}

type Interval = readonly [start: number, end: number];

/** Runs of unknown bases with the ends of the contig, each with its edges. */
function unknownGaps(bases: Uint8Array): Interval[] {
  const gaps: Interval[] = [
    [0, EDGE],
    [bases.length - EDGE, bases.length],
  ];
  for (let at = 0; at < bases.length; at++) {
    if ((bases[at] & 0xdf) !== UNKNOWN) continue;
    const start = at;
    while (at < bases.length && (bases[at] & 0xdf) === UNKNOWN) at++;
    gaps.push([start - EDGE, at + EDGE]);
  }
  return gaps;
}

function structuralGaps({ calls }: Individual, contig: string): Interval[] {
  return (calls.get(contig) ?? [])
    .filter(({ ref, alts }) => alts.some((alt) => Math.abs(alt.length - ref.length) >= STRUCTURAL))
    .map(({ start, ref }) => [start - PADDING, start + ref.length + PADDING]);
}

/** What intervals in order of their start leave of [0, `length`). */
function complement(gaps: readonly Interval[], length: number): Interval[] {
  const left: Interval[] = [];
  let from = 0;
  for (const [start, end] of gaps) {
    if (start > from) left.push([from, start]);
    from = Math.max(from, end);
  }
  if (from < length) left.push([from, length]);
  return left;
}
