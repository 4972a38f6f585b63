import { createVcfColumns, FastaReader, OutputFiles, openSpooled, type VcfColumns } from "@touchstone/formats";
import { ReplicatesError } from "../error.ts";
import { type OpenReplicate, openReplicate } from "../plan/open-replicate.ts";
import type { VafDenominator } from "../read/depth-source.ts";
import { AlleleExtractor } from "../read/extract-alleles.ts";
import { loadRange } from "../read/load-range.ts";
import { AlleleList } from "../variants/allele-list.ts";
import { compareAlleles } from "../variants/compare-alleles.ts";
import { type ContigBases, leftAlign, trimAllele } from "../variants/normalise.ts";
import { orderAlleles, refuseDuplicates } from "../variants/order-alleles.ts";
import { selectContig } from "../variants/select-contig.ts";
import { type AlleleMeasurement, matches, measureAllele, type UnmeasuredReason } from "./measured-allele.ts";
import { invalid, type MonitoredVariant, readMonitoredVariants, spelling } from "./monitored-variants.ts";

/** Everything that measuring monitored variants depends on. */
export interface MeasureOptions {
  /** VCF or GVCF of the sample. */
  readonly calls: string;
  /** Sample of the calls; may be left out where they have one. */
  readonly sample?: string;
  /** VCF of the monitored variants. */
  readonly variants: string;
  /** FASTA: indels are left-aligned with it, so that they match however they are placed. Without it alleles are only trimmed. */
  readonly reference?: string;
  readonly vafDenominator: VafDenominator;
  /** Prefix of temporary files, beside the output. */
  readonly out: string;
}

/** A monitored variant with its VAF. */
export interface MeasuredVariant extends MonitoredVariant {
  /** 0 to 1. */
  readonly vaf: number;
  /** Reads that the VAF is a fraction of, 1 or more. */
  readonly depth: number;
}

/** A monitored variant that has no VAF in these calls. */
export interface UnmeasuredVariant extends MonitoredVariant {
  readonly reason: UnmeasuredReason;
  /** Reads that the calls speak of; null where they say nothing. */
  readonly depth: number | null;
}

/** What the calls of a sample say of the monitored variants, in the order of their list. */
export interface VariantMeasurements {
  readonly sample: string;
  readonly measured: readonly MeasuredVariant[];
  readonly unmeasured: readonly UnmeasuredVariant[];
  readonly warnings: readonly string[];
}

/**
 * Reads the VAF of each monitored variant out of the calls of a sample: AD of the allele / AD of all alleles of its record,
 * REF included, whether or not the record passed its filters. Alleles match when they are the same change of the sequence:
 * trimmed, and with a reference left-aligned. A variant that no reads were counted for has no VAF; it is never 0.
 *
 * @throws FormatError and ReplicatesError for files that cannot be used: TS_MONITORED_INVALID, TS_CONTIG_UNKNOWN,
 *   TS_REF_MISMATCH, TS_REPLICATES_DUPLICATE, TS_REPLICATES_NO_DEPTH, TS_SAMPLE_AMBIGUOUS, TS_SAMPLE_UNKNOWN
 */
export async function measureVariants(options: MeasureOptions): Promise<VariantMeasurements> {
  const variants = await readMonitoredVariants(options.variants);
  const files = new OutputFiles(options.out);
  const opened: { close(): void }[] = [];
  try {
    const run = await openReplicate(options.calls, options.sample, files.temporaryPath(".calls.vcf"));
    opened.push(run.file);
    let reference: FastaReader | null = null;
    if (options.reference !== undefined) {
      reference = await openSpooled(options.reference, files.temporaryPath(".reference.fa"), FastaReader.open);
      opened.push(reference);
    }
    requireContigs(variants, run, reference, options.variants);
    return {
      sample: run.sample,
      warnings: reference?.warnings ?? [],
      ...measureAll(variants, run, reference, options),
    };
  } finally {
    for (const file of opened) file.close();
    files.discard();
  }
}

function requireContigs(
  variants: readonly MonitoredVariant[],
  run: OpenReplicate,
  reference: FastaReader | null,
  path: string,
): void {
  for (const { contig } of variants) {
    if (reference === null || reference.contigNumber(contig) >= 0) continue;
    const message = `${path} has variants on ${contig}, which ${reference.path} does not have`;
    throw new ReplicatesError("TS_CONTIG_UNKNOWN", message, { file: path, contig });
  }
  const contigs = new Set(run.contigs);
  if (contigs.size === 0 || variants.some(({ contig }) => contigs.has(contig))) return;
  const [{ contig }] = variants;
  const message = `${path} has variants on ${contig}, ${run.path} names ${run.contigs[0]}: no contig in common`;
  throw new ReplicatesError("TS_CONTIG_UNKNOWN", message, { file: path, contig });
}

function measureAll(
  variants: readonly MonitoredVariant[],
  run: OpenReplicate,
  reference: FastaReader | null,
  { vafDenominator, variants: path }: MeasureOptions,
): Pick<VariantMeasurements, "measured" | "unmeasured"> {
  const wanted = normalised(variants, reference, path);
  const columns = createVcfColumns();
  const measured: MeasuredVariant[] = [];
  const unmeasured: UnmeasuredVariant[] = [];
  for (const [allele, variant] of variants.entries()) {
    const contig = selectContig(reference, variant.contig);
    const found = measureOne(variant, wanted, allele, { run, contig, columns, vafDenominator });
    if ("vaf" in found) measured.push({ ...variant, ...found });
    else unmeasured.push({ ...variant, ...found });
  }
  return { measured, unmeasured };
}

interface Reading {
  readonly run: OpenReplicate;
  readonly contig: ContigBases | null;
  readonly columns: VcfColumns;
  readonly vafDenominator: VafDenominator;
}

function measureOne(
  { contig: name }: MonitoredVariant,
  wanted: AlleleList,
  allele: number,
  { run, contig, columns, vafDenominator }: Reading,
): AlleleMeasurement {
  const start = wanted.start[allele];
  const range = { contig: name, from: start, to: start + wanted.deleted[allele] + 1 };
  const loaded = loadRange(run, range, columns);
  const extractor = new AlleleExtractor(run, { denominator: vafDenominator, allRecords: true });
  const records = extractor.extract(loaded, contig, range.from, range.to);
  const found = matches(records.alleles, wanted, allele);
  if (found.length > 1) {
    orderAlleles(records.alleles);
    refuseDuplicates(records.alleles, run, loaded, name);
  }
  return measureAllele(records, loaded, wanted, allele, found[0], vafDenominator === "all");
}

/** The variants as alleles that those of calls are compared with, each under its own number. */
function normalised(variants: readonly MonitoredVariant[], reference: FastaReader | null, path: string): AlleleList {
  const text = Buffer.from(variants.map(({ ref, alt }) => ref + alt).join(""));
  const alleles = new AlleleList(text, variants.length);
  let at = 0;
  for (const variant of variants) {
    const { contig: name, position, ref, alt } = variant;
    const [refEnd, altEnd] = [at + ref.length, at + ref.length + alt.length];
    const allele = alleles.add();
    const contig = selectContig(reference, name);
    if (contig !== null) requireReference(variant, contig, path);
    if (!trimAllele(alleles, allele, position - 1, at, refEnd, refEnd, altEnd)) {
      throw invalid(path, variant, `${ref}>${alt} changes nothing`);
    }
    if (contig !== null && alleles.deleted[allele] !== alleles.inserted[allele]) leftAlign(alleles, allele, contig);
    for (let earlier = 0; earlier < allele; earlier++) {
      const other = variants[earlier] as MonitoredVariant;
      if (other.contig !== name || compareAlleles(alleles, earlier, alleles, allele) !== 0) continue;
      throw invalid(path, variant, `${variant.analyte} is the same variant as ${other.analyte}, ${spelling(other)}`);
    }
    at = altEnd;
  }
  return alleles;
}

function requireReference(variant: MonitoredVariant, contig: ContigBases, path: string): void {
  const { ref, position, analyte } = variant;
  for (let place = 0; place < ref.length; place++) {
    const expected = String.fromCharCode(contig.baseAt(position - 1 + place));
    const base = (ref[place] as string).toUpperCase();
    if (base === expected || !"ACGT".includes(base) || !/[ACGT\0]/.test(expected)) continue;
    const shown = expected === "\0" ? "it ends before" : `it has ${expected} at ${position + place}`;
    const message = `${path}: record ${variant.record} (${analyte}): REF ${ref} is not the reference's: ${shown}`;
    throw new ReplicatesError("TS_REF_MISMATCH", message, { file: path, field: "REF", position });
  }
}
