import { AlleleKind, classifyAllele, readVcf } from "@touchstone/formats";
import { ReplicatesError } from "../error.ts";

/** A variant whose VAF is followed from run to run. */
export interface MonitoredVariant {
  /** ID of its line, or CHROM-POS-REF-ALT. */
  readonly analyte: string;
  readonly contig: string;
  /** 1-based, as written. */
  readonly position: number;
  readonly ref: string;
  readonly alt: string;
  /** Number of its record in the file, from 1. */
  readonly record: number;
}

/**
 * Reads a VCF file of monitored variants, with or without samples, which are not looked at. A line without an ID may have
 * several ALT alleles, each a variant of its own.
 *
 * @throws FormatError as `readVcf`; ReplicatesError TS_MONITORED_INVALID for an allele that is not made of bases, an ID of
 *   two alleles, and a file without variants
 */
export async function readMonitoredVariants(path: string): Promise<MonitoredVariant[]> {
  using reader = await readVcf(path);
  const variants: MonitoredVariant[] = [];
  const named = new Map<string, MonitoredVariant>();
  let record = 0;
  for (const { chrom, pos, id, ref, alts } of reader) {
    record++;
    for (const alt of alts) {
      const analyte = id ?? `${chrom}-${pos}-${ref}-${alt}`;
      const variant = { analyte, contig: chrom, position: pos, ref, alt, record };
      if (!isBases(ref) || !isBases(alt)) throw invalid(path, variant, `${ref}>${alt} is no change of bases`);
      const earlier = named.get(analyte);
      if (earlier !== undefined) throw invalid(path, variant, `${analyte} already names ${spelling(earlier)}`);
      named.set(analyte, variant);
      variants.push(variant);
    }
  }
  if (variants.length > 0) return variants;
  throw new ReplicatesError("TS_MONITORED_INVALID", `${path} holds no variant`, { file: path, field: "ALT" });
}

/** chr1:100 A>G */
export function spelling({ contig, position, ref, alt }: MonitoredVariant): string {
  return `${contig}:${position} ${ref}>${alt}`;
}

/** The error for a variant of the list. */
export function invalid(path: string, variant: MonitoredVariant, what: string): ReplicatesError {
  const message = `${path}: record ${variant.record} (${variant.contig}:${variant.position}): ${what}`;
  return new ReplicatesError("TS_MONITORED_INVALID", message, {
    file: path,
    field: "ALT",
    contig: variant.contig,
    position: variant.position,
  });
}

function isBases(allele: string): boolean {
  const text = Buffer.from(allele);
  return classifyAllele(text, 0, text.length) === AlleleKind.bases;
}
