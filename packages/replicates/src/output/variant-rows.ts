import { BgzfEncoder, ByteBuffer, ConstantText } from "@touchstone/formats";
import type { Observation } from "../accumulate/observation.ts";
import { RunState, runStateNames } from "../accumulate/run-state.ts";
import type { AlleleList } from "../variants/allele-list.ts";
import type { ContigBases } from "../variants/normalise.ts";
import { variantTypeNames } from "../variants/variant-type.ts";
import { zygosityNames } from "../variants/zygosity.ts";

const TAB = 0x09;
const NEWLINE = 0x0a;
const DOT = 0x2e;
const UPPER = 0xdf;
/** VAFs and standard deviations have so many decimals: less than one read in a million. */
const DECIMALS = 6;
const FLUSH_BYTES = 1 << 16;

const STATES = runStateNames.map((name) => new ConstantText(name));
const TYPES = variantTypeNames.map((name) => new ConstantText(name));
const ZYGOSITIES = zygosityNames.map((name) => new ConstantText(name));

/** Columns that stand behind those of the runs. */
const SUMMARY_COLUMNS = ["mean", "sd", "cv", "cv_floor", "overdispersion"] as const;

/** The header line of P.variants.tsv.gz for runs of these names. */
export function variantTableHeader(runs: readonly string[]): string {
  const perRun = runs.flatMap((run) => [`${run}.vaf`, `${run}.depth`, `${run}.state`]);
  const columns = ["#contig", "pos", "ref", "alt", "type", "zygosity", "vaf_bin", ...perRun, ...SUMMARY_COLUMNS];
  return `${columns.join("\t")}\n`;
}

/** Writes the rows of one range of P.variants.tsv.gz as BGZF blocks. */
export class VariantRows {
  readonly #blocks: Buffer[] = [];
  readonly #encoder: BgzfEncoder;
  readonly #rows = new ByteBuffer(2 * FLUSH_BYTES);
  readonly #contig: ConstantText;
  readonly #binNames: readonly ConstantText[];

  constructor(contig: string, binNames: readonly (string | null)[], compressionLevel: number) {
    this.#contig = new ConstantText(contig);
    this.#binNames = binNames.map((name) => new ConstantText(name ?? "."));
    this.#encoder = new BgzfEncoder((block) => this.#blocks.push(block), compressionLevel);
  }

  add(
    alleles: AlleleList,
    allele: number,
    reference: ContigBases | null,
    kind: { readonly zygosity: number; readonly bin: number; readonly type: number },
    observation: Observation,
  ): void {
    const rows = this.#rows;
    rows.constant(this.#contig);
    rows.byte(TAB);
    this.#addAllele(alleles, allele, reference);
    rows.byte(TAB);
    rows.constant(TYPES[kind.type]);
    rows.byte(TAB);
    rows.constant(ZYGOSITIES[kind.zygosity]);
    rows.byte(TAB);
    rows.constant(this.#binNames[kind.bin]);
    for (let run = 0; run < observation.runs; run++) this.#addRun(observation, run);
    this.#addSummary(observation);
    rows.byte(NEWLINE);
    if (rows.length >= FLUSH_BYTES) this.#flush();
  }

  /** All blocks of the range, whole. */
  finish(): Uint8Array<ArrayBuffer>[] {
    this.#flush();
    this.#encoder.endBlock();
    return this.#blocks.map((block) => new Uint8Array(block));
  }

  /** POS, REF and ALT with the one base in front that VCF wants where one of them would be empty. */
  #addAllele(alleles: AlleleList, allele: number, reference: ContigBases | null): void {
    const rows = this.#rows;
    const start = alleles.start[allele];
    const deleted = alleles.deleted[allele];
    const inserted = alleles.inserted[allele];
    const isPadded = deleted === 0 || inserted === 0;
    const padBehind = isPadded && (start === 0 || (reference === null && !hasBaseInFront(alleles, allele)));
    const pad = isPadded ? paddingBase(alleles, allele, reference, padBehind) : 0;
    rows.integer(isPadded && !padBehind ? start : start + 1);
    rows.byte(TAB);
    rows.reserve(deleted + inserted + 4);
    if (isPadded && !padBehind) rows.byte(pad);
    for (let place = 0; place < deleted; place++) {
      rows.byte(reference === null ? alleles.deletedBase(allele, place) : reference.baseAt(start + place));
    }
    if (padBehind) rows.byte(pad);
    rows.byte(TAB);
    if (isPadded && !padBehind) rows.byte(pad);
    for (let place = 0; place < inserted; place++) rows.byte(alleles.insertedBase(allele, place));
    if (padBehind) rows.byte(pad);
  }

  #addRun(observation: Observation, run: number): void {
    const rows = this.#rows;
    const state = observation.states[run];
    const isKnown = state !== RunState.absent && state !== RunState.noDepth;
    rows.byte(TAB);
    if (isKnown && observation.depths[run] > 0) rows.decimal(observation.values[run], DECIMALS);
    else rows.byte(DOT);
    rows.byte(TAB);
    if (isKnown) rows.integer(observation.depths[run]);
    else rows.byte(DOT);
    rows.byte(TAB);
    rows.constant(STATES[state]);
  }

  #addSummary(observation: Observation): void {
    const { measured, mean, variance, binomialVariance } = observation;
    const sd = Math.sqrt(Math.max(0, variance));
    this.#addNumber(mean, measured > 0);
    this.#addNumber(sd, measured > 1);
    this.#addNumber(sd / mean, measured > 1 && mean > 0);
    this.#addNumber(Math.sqrt(Math.max(0, binomialVariance)) / mean, mean > 0 && binomialVariance >= 0);
    this.#addNumber(variance / binomialVariance, measured > 1 && binomialVariance > 0);
  }

  #addNumber(value: number, isDefined: boolean): void {
    this.#rows.byte(TAB);
    if (isDefined) this.#rows.decimal(value, DECIMALS);
    else this.#rows.byte(DOT);
  }

  #flush(): void {
    this.#encoder.write(this.#rows.bytes.subarray(0, this.#rows.length));
    this.#rows.length = 0;
  }
}

/** Whether the record writes a base in front of the trimmed allele. */
function hasBaseInFront(alleles: AlleleList, allele: number): boolean {
  const before = alleles.text[alleles.deletedAt[allele] - 1];
  return before !== TAB;
}

function paddingBase(alleles: AlleleList, allele: number, reference: ContigBases | null, padBehind: boolean): number {
  const start = alleles.start[allele];
  if (reference !== null) return reference.baseAt(padBehind ? start + alleles.deleted[allele] : start - 1);
  // What REF has behind the deleted bases was taken off at the end of both alleles.
  const place = padBehind ? alleles.deletedAt[allele] + alleles.deleted[allele] : alleles.deletedAt[allele] - 1;
  return alleles.text[place] & UPPER;
}
