import { Random } from "@touchstone/test-support";
import { fastaOf, vcfOf, writeInput } from "./inputs.ts";

/** A record before it is a line. */
interface Call {
  readonly position: number;
  readonly ref: string;
  readonly alt: string;
  readonly filter: string;
  readonly genotype: string;
}

/**
 * A contig with repeats longer than the margin of a range, and calls that reach across kilobases: long deletions and
 * insertions, indels shifted through a repeat, symbolic and filtered records.
 */
export function writeLongEvents(seed: number): { truth: string; query: string; reference: string } {
  const random = new Random(seed);
  const bases = (length: number) => Array.from({ length }, () => "ACGT"[random.between(0, 3)]).join("");
  const repeats = ["CA".repeat(5_500), "A".repeat(7_000), "GATTACA".repeat(1_000)];
  const sequence = repeats.reduce((text, repeat) => text + repeat + bases(8_000), bases(9_000));
  const draw = () => drawCalls(random, sequence, bases);
  const truth = draw();
  const shared = truth.filter(() => random.chance(0.7)).map((call) => shiftLeft(call, sequence, random));
  const query = [...shared, ...draw().filter(() => random.chance(0.3))].sort((a, b) => a.position - b.position);
  return {
    truth: writeInput("truth.vcf", vcfOf(truth.map(lineOf))),
    query: writeInput("query.vcf", vcfOf(query.map(lineOf))),
    reference: writeInput("reference.fa", fastaOf({ chr1: sequence })),
  };
}

function drawCalls(random: Random, sequence: string, bases: (length: number) => string): Call[] {
  const calls: Call[] = [];
  for (let at = 50; at < sequence.length - 9_000; at += gap(random)) {
    const base = sequence[at - 1];
    const other = "ACGT".replace(base, "")[random.between(0, 2)];
    const span = (length: number) => sequence.slice(at - 1, at + length);
    const [ref, alt] = pick(random, [
      () => [base, other],
      () => [span(random.between(1, 30)), base],
      () => [base, base + bases(random.between(1, 10))],
      () => [span(random.between(3_000, 8_000)), base],
      () => [base, base + sequence.slice(at, at + 2 * random.between(1, 4_000))],
      () => [base, "<DEL>"],
      () => {
        const long = span(random.between(4_000, 8_000));
        return [long, other + long.slice(1)];
      },
    ]);
    const genotype = pick(random, ["0/1", "1/1", "0|1", "./1", "0/0"]);
    calls.push({ position: at, ref, alt, filter: random.chance(0.15) ? "q10" : "PASS", genotype });
  }
  return calls;
}

function gap(random: Random): number {
  return random.between(1, pick(random, [20, 400, 400, 4_000]));
}

function pick<T>(random: Random, choices: readonly (T | (() => T))[]): T {
  const choice = choices[random.between(0, choices.length - 1)];
  return typeof choice === "function" ? (choice as () => T)() : choice;
}

/** The same indel a few bases or a few kilobases to the left, as far as the sequence allows. */
function shiftLeft(call: Call, sequence: string, random: Random): Call {
  let { position, ref, alt } = call;
  if (ref.length === alt.length || alt.startsWith("<")) return call;
  for (let left = random.between(0, random.chance(0.3) ? 6_000 : 10); left > 0 && position > 2; left--) {
    if (ref.at(-1) !== alt.at(-1)) break;
    const before = sequence[position - 2];
    ref = before + ref.slice(0, -1);
    alt = before + alt.slice(0, -1);
    position--;
  }
  return { ...call, position, ref, alt };
}

function lineOf({ position, ref, alt, filter, genotype }: Call): string {
  return ["chr1", position, ".", ref, alt, "30", filter, ".", "GT", genotype].join("\t");
}
