import type { Call, Event, Random } from "@touchstone/simulation";
import { basesOf, callOf, shiftRight } from "@touchstone/simulation";

/** Ways of writing an event otherwise. */
export type Representation = "rightshift" | "mnp_split" | "cpx_decomposed" | "multiallelic_split" | "padded_snp";

const splitShare = { mnp: 0.56, complex: 0.6, multi: 0.5 };
const paddedShare = 0.013;

/**
 * Writes the records of an event in another way that spells the same two haplotypes, or as they are.
 *
 * @param shiftIndel whether an indel that can be shifted is.
 * @param from first base that belongs to no other event.
 */
export function represent(
  random: Random,
  bases: Uint8Array,
  event: Event,
  shiftIndel: boolean,
  from: number,
): { readonly calls: readonly Call[]; readonly representation: Representation | null } {
  const [call] = event.calls;
  if (event.edit !== null) {
    if (!shiftIndel || event.room === 0) return asIs(event);
    const shifted = shiftRight(bases, event.edit, random.between(1, event.room));
    return { calls: [callOf(bases, shifted, call.haplotypes)], representation: "rightshift" };
  }
  if (event.calls.length > 1) return asIs(event);
  if (call.alts.length > 1) {
    if (!random.chance(splitShare.multi)) return asIs(event);
    return { calls: splitAlleles(call), representation: "multiallelic_split" };
  }
  if (event.kind === "MNP") {
    if (!random.chance(splitShare.mnp)) return asIs(event);
    return { calls: splitBases(call), representation: "mnp_split" };
  }
  if (event.kind === "CPX") {
    if (!random.chance(splitShare.complex)) return asIs(event);
    return { calls: splitBases(call), representation: "cpx_decomposed" };
  }
  if (!random.chance(paddedShare) || call.start === from) return asIs(event);
  const padding = basesOf(bases, call.start - random.between(1, Math.min(3, call.start - from)), call.start);
  const padded = {
    ...call,
    start: call.start - padding.length,
    ref: padding + call.ref,
    alts: [padding + call.alts[0]],
  };
  return { calls: [padded], representation: "padded_snp" };
}

function asIs(event: Event): { calls: readonly Call[]; representation: null } {
  return { calls: event.calls, representation: null };
}

/** A record with ALT alleles on both haplotypes as one record an allele, bases that REF and ALT end in alike removed. */
function splitAlleles(call: Call): Call[] {
  return call.alts.map((alt, i) => {
    const [first, second] = call.haplotypes.map((allele) => (allele === i + 1 ? 1 : 0));
    let common = 0;
    while (common < Math.min(call.ref.length, alt.length) - 1 && call.ref.at(-1 - common) === alt.at(-1 - common))
      common++;
    return {
      start: call.start,
      ref: call.ref.slice(0, call.ref.length - common),
      alts: [alt.slice(0, alt.length - common)],
      haplotypes: [first, second],
    };
  });
}

/** One record a base that differs; what the longer allele has more stays with the last base. */
function splitBases(call: Call): Call[] {
  const [alt] = call.alts;
  const last = Math.min(call.ref.length, alt.length) - 1;
  const calls: Call[] = [];
  for (let i = 0; i <= last; i++) {
    const ref = i === last ? call.ref.slice(i) : call.ref[i];
    const altPart = i === last ? alt.slice(i) : alt[i];
    if (ref !== altPart) calls.push({ start: call.start + i, ref, alts: [altPart], haplotypes: call.haplotypes });
  }
  return calls;
}
