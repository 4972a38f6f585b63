import type { Call } from "../variants/call.ts";

/**
 * A call with the alleles that lie on the haplotypes alone, written as short as that allows; null when both hold the reference.
 *
 * @param haplotypes allele numbers of `call` on the first and the second haplotype.
 */
export function carriedCall(call: Call, haplotypes: readonly [number, number]): Call | null {
  const carried = [...new Set(haplotypes)].filter((allele) => allele !== 0).sort((one, other) => one - other);
  if (carried.length === 0) return null;
  const alleles = [call.ref, ...carried.map((allele) => call.alts[allele - 1])];
  let common = 0;
  while (alleles.every((text) => text.length > common + 1 && text.at(-1 - common) === call.ref.at(-1 - common)))
    common++;
  const [ref, ...alts] = alleles.map((text) => text.slice(0, text.length - common));
  const numberOf = (allele: number) => (allele === 0 ? 0 : carried.indexOf(allele) + 1);
  return { start: call.start, ref, alts, haplotypes: [numberOf(haplotypes[0]), numberOf(haplotypes[1])] };
}
