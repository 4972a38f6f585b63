import type { Random } from "@touchstone/simulation";

/** Two reads of one fragment, as FASTQ has them. */
export interface ReadPair {
  name: string;
  sequences: readonly [string, string];
  /** Phred scores in Sanger's ASCII. */
  qualities: readonly [string, string];
}

const READ_LENGTH = 100;
const ADAPTERS = ["AGATCGGAAGAGCACACGTCTGAACTCCAGTCA", "AGATCGGAAGAGCGTCGTGTAGGGAAAGAGTGT"];
const COMPLEMENT: Readonly<Record<string, string>> = { A: "T", C: "G", G: "C", T: "A" };

/** How often a base is wrong besides what its quality says: what recalibration of qualities finds. */
const EXCESS_ERROR = 0.001;

/** Pairs of reads of 100 bases, of fragments of 250 to 451 bases, drawn evenly from both haplotypes; no two fragments are equal. */
export function drawPairs(random: Random, haplotypes: readonly string[], count: number, prefix: string): ReadPair[] {
  const drawn = new Set<string>();
  const pairs: ReadPair[] = [];
  while (pairs.length < count) {
    const which = random.between(0, haplotypes.length - 1);
    // Another length on each haplotype: indels shift positions, and fragments of both could come to lie on each other.
    const length = 250 + haplotypes.length * random.between(0, 100) + which;
    const start = random.between(0, haplotypes[which].length - length);
    // Of one start, or of one end, a read pair can look like a copy of another once its ends are clipped.
    if (drawn.has(`start ${start}`) || drawn.has(`end ${start + length}`)) continue;
    drawn.add(`start ${start}`).add(`end ${start + length}`);
    const name = `${prefix}:${pairs.length + 1}`;
    pairs.push(sequence(random, name, haplotypes[which].slice(start, start + length)));
  }
  return pairs;
}

/** Pairs of fragments of the given length, which reads of 100 bases may run through into the adapter. */
export function drawShortPairs(
  random: Random,
  source: string,
  count: number,
  length: number,
  prefix: string,
): ReadPair[] {
  return Array.from({ length: count }, (_, index) => {
    const start = random.between(0, source.length - length);
    return sequence(random, `${prefix}:${index + 1}`, source.slice(start, start + length));
  });
}

/** The same pair under another name, as amplification copies it. */
export function copyOf(pair: ReadPair, name: string): ReadPair {
  return { ...pair, name };
}

/** FASTQ of the first (0) or second (1) reads. */
export function fastq(pairs: readonly ReadPair[], read: 0 | 1): string {
  return pairs.map((pair) => `@${pair.name}\n${pair.sequences[read]}\n+\n${pair.qualities[read]}\n`).join("");
}

function sequence(random: Random, name: string, fragment: string): ReadPair {
  const strands = [fragment, reverseComplement(fragment)];
  const forward = random.chance(0.5) ? 0 : 1;
  const one = observe(random, strands[forward] + ADAPTERS[0]);
  const other = observe(random, strands[1 - forward] + ADAPTERS[1]);
  return { name, sequences: [one.bases, other.bases], qualities: [one.quality, other.quality] };
}

function observe(random: Random, template: string): { bases: string; quality: string } {
  let bases = "";
  let quality = "";
  for (const base of template.slice(0, READ_LENGTH)) {
    const score = random.between(25, 40);
    const wrong = random.chance(10 ** (-score / 10) + EXCESS_ERROR);
    bases += wrong ? random.pick([..."ACGT"].filter((other) => other !== base)) : base;
    quality += String.fromCharCode(score + 33);
  }
  return { bases, quality };
}

function reverseComplement(bases: string): string {
  return [...bases]
    .reverse()
    .map((base) => COMPLEMENT[base])
    .join("");
}
