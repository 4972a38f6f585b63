import type { Intervals } from "../stratify/intervals.ts";
import { intersectRegions } from "../stratify/intervals.ts";
import { type StratumSize, stratumSize } from "../stratify/stratum.ts";
import type { LoadedRegions } from "./load-regions.ts";

/** Sizes of the compared contigs as a whole and of each stratum. */
export interface RegionSizes {
  readonly whole: StratumSize;
  readonly strata: readonly StratumSize[];
}

/** Sizes of the compared contigs as a whole and of each stratum on them. */
export function regionSizes(
  regions: LoadedRegions,
  contigs: readonly { readonly name: string; readonly length: number }[],
): RegionSizes {
  const { confident, targets } = regions;
  const assessed =
    confident !== null && targets !== null ? intersectRegions(confident, targets) : (confident ?? targets);
  const names = contigs.map(({ name }) => name);
  const everything = new Map<string, Intervals>(
    contigs.map(({ name, length }) => [name, { starts: Int32Array.of(0), ends: Int32Array.of(length) }]),
  );
  return {
    whole: stratumSize("*", everything, { confident, assessed }, names),
    strata: regions.strata.map((stratum, number) =>
      stratumSize(regions.stratifications[number].name, stratum, { confident, assessed }, names),
    ),
  };
}
