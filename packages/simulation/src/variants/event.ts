import type { Random } from "../random/random.ts";
import { basesOf } from "../reference/generate-contig.ts";
import type { Call, Edit, Kind } from "./call.ts";
import { callOf, leftAligned, roomToTheRight, upperAt } from "./edit.ts";

/** What is true at one place. No other event touches [`start`, `end`), in whatever way this one is written. */
export interface Event {
  readonly kind: Kind;
  /** Truth records, in order. */
  readonly calls: readonly Call[];
  /** The edit of an insertion or deletion with one ALT allele. */
  readonly edit: Edit | null;
  /** How far `edit` can be shifted to the right. */
  readonly room: number;
  readonly start: number;
  readonly end: number;
}

const unknownBase = "N".charCodeAt(0);
const transition: Readonly<Record<string, string>> = { A: "G", G: "A", C: "T", T: "C" };
const largestRoom = 200;
const hetShare = 0.62;
const shapeWeights = { snv: 0.779, indel: 0.16, mnp: 0.021, complex: 0.02, multiSnv: 0.012, multiIndel: 0.008 };

/** How events are chosen. */
export interface EventOptions {
  /** Bases within which a repeat is looked for as the place of an indel. */
  readonly lookAhead: number;
  /** Share of places that hold a deletion on one haplotype and an SNV within it on the other: two records that overlap. */
  readonly compoundShare: number;
}

/**
 * An event at `at` or a little later; null when that place has unknown bases, a very long repeat, or the contig ends.
 *
 * @param free first base that belongs to no other event: an indel is left-aligned as far as this.
 */
export function chooseEvent(
  random: Random,
  bases: Uint8Array,
  free: number,
  at: number,
  options: EventOptions,
): Event | null {
  if (at + options.lookAhead + 2 * largestRoom > bases.length) return null;
  const event = choose(random, bases, free, at, options);
  return event === null || bases.subarray(event.start, event.end + 1).includes(unknownBase) ? null : event;
}

function choose(random: Random, bases: Uint8Array, free: number, at: number, options: EventOptions): Event | null {
  if (random.chance(options.compoundShare)) return chooseCompound(random, bases, free, at);
  const shape = random.weighted(shapeWeights);
  switch (shape) {
    case "snv":
    case "multiSnv":
      return chooseSnv(random, bases, at, shape === "multiSnv");
    case "indel":
      return chooseIndel(random, bases, free, at, options.lookAhead);
    case "multiIndel":
      return chooseMultiIndel(random, bases, at);
    case "mnp":
    case "complex":
      return chooseSubstitution(random, bases, at, shape === "mnp");
  }
}

/** A base other than the one given; transitions are twice as likely as transversions. */
export function otherBase(random: Random, base: string): string {
  if (random.chance(2 / 3)) return transition[base] ?? "A";
  return random.pick([..."ACGT"].filter((other) => other !== base && other !== transition[base]));
}

/** An indel as an event, left-aligned with its anchor not before `free`; null when its repeat is too long. */
export function indelEvent(
  bases: Uint8Array,
  edit: Edit,
  free: number,
  haplotypes: readonly [number, number],
): Event | null {
  const aligned = leftAligned(bases, edit, free + 1);
  const room = roomToTheRight(bases, aligned, largestRoom);
  if (room === largestRoom) return null;
  const call = callOf(bases, aligned, haplotypes);
  const end = aligned.start + aligned.removed.length + room + 1;
  return { kind: "INDEL", calls: [call], edit: aligned, room, start: call.start, end };
}

function chooseZygosity(random: Random): [number, number] {
  if (!random.chance(hetShare)) return [1, 1];
  return random.chance(0.5) ? [0, 1] : [1, 0];
}

function simple(kind: Kind, call: Call): Event {
  return { kind, calls: [call], edit: null, room: 0, start: call.start, end: call.start + call.ref.length };
}

function chooseSnv(random: Random, bases: Uint8Array, start: number, twoAlts: boolean): Event {
  const ref = basesOf(bases, start, start + 1);
  const alt = otherBase(random, ref);
  if (!twoAlts) return simple("SNP", { start, ref, alts: [alt], haplotypes: chooseZygosity(random) });
  const second = random.pick([..."ACGT"].filter((base) => base !== ref && base !== alt));
  return simple("SNP", { start, ref, alts: [alt, second], haplotypes: random.chance(0.5) ? [1, 2] : [2, 1] });
}

function chooseIndel(random: Random, bases: Uint8Array, free: number, at: number, lookAhead: number): Event | null {
  const repeat = random.chance(0.6) ? findRepeat(bases, at + 1, at + 1 + lookAhead) : null;
  const start = repeat?.start ?? at + 1;
  const unit = repeat?.unit ?? 1;
  const copies = repeat === null ? 0 : random.geometric(1.5);
  const size = repeat === null ? Math.min(60, random.geometric(3)) : unit * copies;
  const haplotypes = chooseZygosity(random);
  if (random.chance(0.5))
    return indelEvent(bases, { start, removed: basesOf(bases, start, start + size), inserted: "" }, free, haplotypes);
  const inserted = repeat === null ? randomBases(random, size) : basesOf(bases, start, start + unit).repeat(copies);
  return indelEvent(bases, { start, removed: "", inserted }, free, haplotypes);
}

/** Two insertions or two deletions of different length at the same place, one on each haplotype. */
function chooseMultiIndel(random: Random, bases: Uint8Array, from: number): Event | null {
  const short = random.geometric(2);
  const long = short + random.geometric(2);
  const start = from + 1;
  const removes = random.chance(0.5);
  const text = removes ? basesOf(bases, start, start + long) : randomBases(random, long);
  const edits = [long, short].map((size): Edit => {
    const piece = text.slice(0, size);
    return removes ? { start, removed: piece, inserted: "" } : { start, removed: "", inserted: piece };
  });
  const room = Math.max(...edits.map((edit) => roomToTheRight(bases, edit, largestRoom)));
  if (room === largestRoom) return null;
  const anchor = basesOf(bases, from, start);
  const [ref, alts] = removes
    ? [anchor + text, [anchor, anchor + text.slice(short)]]
    : [anchor, [anchor + text, anchor + text.slice(0, short)]];
  const call: Call = { start: from, ref, alts, haplotypes: random.chance(0.5) ? [1, 2] : [2, 1] };
  return {
    kind: "INDEL",
    calls: [call],
    edit: null,
    room: 0,
    start: from,
    end: start + (removes ? long : 0) + room + 1,
  };
}

/** Bases replaced by others, first and last different: as many (MNP) or not (complex). */
function chooseSubstitution(random: Random, bases: Uint8Array, start: number, sameLength: boolean): Event {
  const refLength = sameLength ? 1 + random.geometric(1.6) : random.between(1, 8);
  const altLength = sameLength ? refLength : refLength + random.pick(refLength > 1 ? [-1, 1, 2] : [1, 2, 3]);
  const ref = basesOf(bases, start, start + refLength);
  const inner = altLength === 1 ? "" : randomBases(random, altLength - 2) + otherBase(random, ref[ref.length - 1]);
  let first = otherBase(random, ref[0]);
  // A single base must differ from both ends of what it replaces.
  while (altLength === 1 && first === ref[ref.length - 1]) first = otherBase(random, ref[0]);
  return simple(sameLength ? "MNP" : "CPX", { start, ref, alts: [first + inner], haplotypes: chooseZygosity(random) });
}

function chooseCompound(random: Random, bases: Uint8Array, free: number, place: number): Event | null {
  const size = random.between(3, 20);
  const start = place + 1;
  const deletion = indelEvent(
    bases,
    { start, removed: basesOf(bases, start, start + size), inserted: "" },
    free,
    [1, 0],
  );
  if (deletion === null || deletion.edit === null) return null;
  const at = deletion.edit.start + random.between(1, size - 2);
  const ref = basesOf(bases, at, at + 1);
  const snv: Call = { start: at, ref, alts: [otherBase(random, ref)], haplotypes: [0, 1] };
  return { ...deletion, calls: [...deletion.calls, snv], edit: null, room: 0 };
}

function randomBases(random: Random, length: number): string {
  return Array.from({ length }, () => random.pick([..."ACGT"])).join("");
}

/** The first homopolymer of 4 or tandem repeat of 3 units (up to 4 bases each) that starts in [from, to). */
function findRepeat(bases: Uint8Array, from: number, to: number): { start: number; unit: number } | null {
  for (let start = from; start < to; start++) {
    for (let unit = 1; unit <= 4; unit++) {
      const needed = unit === 1 ? 3 : 2 * unit;
      let same = 0;
      while (same < needed && upperAt(bases, start + same) === upperAt(bases, start + unit + same)) same++;
      if (same === needed) return { start, unit };
    }
  }
  return null;
}
