import { readVcf, type VcfReader, type VcfRecord } from "@touchstone/formats";
import { SimulationError } from "../error.ts";
import type { Random } from "../random/random.ts";
import type { Contig } from "../reference/contig.ts";
import type { ReferencePiece } from "../reference/cut-reference.ts";
import { basesOf } from "../reference/generate-contig.ts";
import type { Call } from "../variants/call.ts";
import { HaplotypeGuard } from "./haplotype-guard.ts";
import type { Individual } from "./individual.ts";
import { type DropReason, readCall } from "./read-call.ts";

/** A record that is on no haplotype. */
export interface DroppedRecord {
  /** As in the VCF. */
  readonly contig: string;
  /** 1-based, as in the VCF. */
  readonly position: number;
  readonly ref: string;
  readonly alts: readonly string[];
  readonly reason: DropReason;
}

/** What to read of a VCF. */
export interface ReadIndividualOptions {
  /** Plain or BGZF, sorted by position within each contig. */
  readonly path: string;
  /** Name of a sample; the first one where it is left out. */
  readonly sample?: string;
  readonly contigs: readonly Contig[];
  /** Where the reference is one contig that was cut from a longer one: from where. */
  readonly piece?: ReferencePiece;
}

/**
 * Somebody with the variants of a VCF. A genotype that is not phased gets its haplotypes by chance; where one order overlaps an
 * earlier record of the same haplotype and the other does not, it gets the other. Records that fit in no order are dropped,
 * as are records without a called diploid genotype, with a failed filter, and with alleles that are no sequence of A, C, G
 * and T. Records of other contigs, and wholly outside of the piece, are passed over.
 *
 * @returns the individual, and the records that it does not hold; those that hold the reference alone are in neither.
 * @throws SimulationError `TS_SIMULATION_INVALID` when REF is not what the reference has, or records are not sorted;
 * FormatError as `readVcf`.
 */
export async function readIndividual(
  random: Random,
  options: ReadIndividualOptions,
): Promise<{ readonly individual: Individual; readonly dropped: readonly DroppedRecord[] }> {
  using reader = await readVcf(options.path);
  const sample = sampleOf(reader, options);
  const places = new Map(options.contigs.map((contig) => placeOf(contig, options.piece)));
  const dropped: DroppedRecord[] = [];
  for await (const record of reader) {
    const place = places.get(record.chrom);
    if (place === undefined || !place.overlaps(record)) continue;
    const reason = place.add(random, record, sample, options.path);
    if (reason === null) continue;
    const { chrom: contig, pos: position, ref, alts } = record;
    dropped.push({ contig, position, ref, alts, reason });
  }
  const calls = new Map([...places.values()].map(({ contig, calls: held }) => [contig.name, held]));
  return { individual: { name: sample, calls }, dropped };
}

/** The part of a contig that the reference has, and what the individual holds there. */
class Place {
  readonly contig: Contig;
  readonly calls: Call[] = [];
  readonly #piece: ReferencePiece;
  readonly #guard = new HaplotypeGuard();
  #lastStart = 0;

  constructor(contig: Contig, piece: ReferencePiece) {
    this.contig = contig;
    this.#piece = piece;
  }

  overlaps({ pos, ref }: VcfRecord): boolean {
    return pos - 1 < this.#piece.end && pos - 1 + ref.length > this.#piece.start;
  }

  /** Takes what a record says of the sample; says why where it cannot. */
  add(random: Random, record: VcfRecord, sample: string, path: string): DropReason | null {
    const read = readCall(record, sample);
    if (read.kind !== "call") return read.kind === "dropped" ? read.reason : null;
    const { start, ref } = read.call;
    if (start < this.#piece.start || start + ref.length > this.#piece.end) return "beyond_the_piece";
    const call = { ...read.call, start: start - this.#piece.start };
    this.#check(call, record, path);
    const order = read.phased ? [call] : inAnyOrder(random, call);
    const fitting = order.find((way) => this.#guard.take(way));
    if (fitting === undefined) return "overlaps_on_its_haplotype";
    this.calls.push(fitting);
    return null;
  }

  #check({ start, ref }: Call, { chrom, pos }: VcfRecord, path: string): void {
    if (start < this.#lastStart) throw invalid(path, `${chrom}:${pos} comes after a later position: sort the file`);
    this.#lastStart = start;
    const expected = basesOf(this.contig.bases, start, start + ref.length);
    if (expected === ref) return;
    throw invalid(path, `${chrom}:${pos} has REF ${ref} where the reference has ${expected}: use its own reference`);
  }
}

function placeOf(contig: Contig, piece: ReferencePiece | undefined): [name: string, place: Place] {
  if (piece !== undefined) return [piece.contig, new Place(contig, piece)];
  return [contig.name, new Place(contig, { contig: contig.name, start: 0, end: contig.bases.length })];
}

function inAnyOrder(random: Random, call: Call): Call[] {
  const [first, second] = call.haplotypes;
  const orders: Call[] = [call, { ...call, haplotypes: [second, first] }];
  return random.chance(0.5) ? orders : orders.reverse();
}

function sampleOf({ header: { samples } }: VcfReader, { path, sample }: ReadIndividualOptions): string {
  const name = sample ?? samples[0];
  if (name === undefined) throw invalid(path, "has no sample");
  if (!samples.includes(name)) throw invalid(path, `has no sample ${name}, only ${samples.join(", ")}`);
  return name;
}

function invalid(file: string, what: string): SimulationError {
  return new SimulationError("TS_SIMULATION_INVALID", `${file}: ${what}`, { file });
}
