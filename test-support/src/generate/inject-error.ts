import type { Call, Random } from "@touchstone/simulation";
import { basesOf, type Event, indelEvent } from "@touchstone/simulation";

/** What a caller got wrong. */
export type InjectedError = "dropped" | "gt_error" | "allele_error";

/**
 * The records a caller gives that gets the event wrong, and how far they reach; null when the event is not of a kind that can
 * go wrong in this way. Each such event is one FN for each of its truth records and one FP for each of the records returned.
 */
export function injectError(
  random: Random,
  bases: Uint8Array,
  event: Event,
  error: InjectedError,
  from: number,
): { readonly calls: readonly Call[]; readonly end: number } | null {
  if (error === "dropped") return { calls: [], end: event.end };
  const [call] = event.calls;
  if (event.calls.length > 1 || call.alts.length > 1) return null;
  if (error === "gt_error") {
    const haplotypes: [number, number] = call.haplotypes[0] === call.haplotypes[1] ? [0, 1] : [1, 1];
    return { calls: [{ ...call, haplotypes }], end: event.end };
  }
  if (event.kind === "SNP") {
    const alts = [..."ACGT"].filter((base) => base !== call.ref && base !== call.alts[0]);
    return { calls: [{ ...call, alts: [random.pick(alts)] }], end: event.end };
  }
  if (event.edit === null) return null;
  const { start, removed, inserted } = event.edit;
  const wrong =
    removed === ""
      ? { start, removed, inserted: inserted + random.pick([..."ACGT"]) }
      : { start, removed: basesOf(bases, start, start + removed.length + 1), inserted };
  const wrongEvent = indelEvent(bases, wrong, from, call.haplotypes);
  return wrongEvent === null ? null : { calls: wrongEvent.calls, end: Math.max(event.end, wrongEvent.end) };
}
