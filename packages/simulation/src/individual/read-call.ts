import type { VcfRecord } from "@touchstone/formats";
import type { Call } from "../variants/call.ts";
import { carriedCall } from "./carried-call.ts";

/** Why a record of a VCF is on no haplotype. */
export type DropReason =
  | "filtered"
  | "no_sequence"
  | "no_change"
  | "no_genotype"
  | "not_diploid"
  | "beyond_the_piece"
  | "overlaps_on_its_haplotype";

/** What a record says of one sample. */
export type ReadCall =
  | { readonly kind: "call"; readonly call: Call; readonly phased: boolean }
  | { readonly kind: "dropped"; readonly reason: DropReason }
  | { readonly kind: "reference" };

const SEQUENCE = /^[ACGT]+$/i;

/**
 * The call of a sample, with POS - 1 as its start. It has the alleles that the sample carries alone.
 *
 * @throws FormatError `TS_VCF_MALFORMED` when its genotype is none.
 */
export function readCall(record: VcfRecord, sample: string): ReadCall {
  const genotype = record.genotype(sample);
  if (genotype === null || genotype.alleles.includes(null)) return dropped("no_genotype");
  const alleles = genotype.alleles as number[];
  if (alleles.length !== 2) return dropped("not_diploid");
  if (alleles.every((allele) => allele === 0)) return { kind: "reference" };
  if (record.filters?.some((filter) => filter !== "PASS")) return dropped("filtered");
  const { ref, alts } = record;
  const carried = alleles.map((allele) => (allele === 0 ? ref : alts[allele - 1]));
  if (![ref, ...carried].every((text) => SEQUENCE.test(text))) return dropped("no_sequence");
  if (alleles.some((allele, place) => allele !== 0 && carried[place].toUpperCase() === ref.toUpperCase())) {
    return dropped("no_change");
  }
  const written: Call = {
    start: record.pos - 1,
    ref: ref.toUpperCase(),
    alts: alts.map((alt) => alt.toUpperCase()),
    haplotypes: [alleles[0], alleles[1]],
  };
  const call = carriedCall(written, written.haplotypes);
  if (call === null) return { kind: "reference" };
  return { kind: "call", call, phased: genotype.phased };
}

function dropped(reason: DropReason): ReadCall {
  return { kind: "dropped", reason };
}
