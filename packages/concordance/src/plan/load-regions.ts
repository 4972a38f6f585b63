import { type BedRegions, readBed, readStratifications } from "@touchstone/formats";
import { ConcordanceError } from "../error.ts";
import type { Intervals, IntervalsByContig } from "../stratify/intervals.ts";
import type { ContigNames } from "./contig-names.ts";
import type { ComparisonRegions } from "./plan-ranges.ts";

/** Paths of the region files of a comparison. */
export interface RegionPaths {
  readonly regions?: string;
  readonly targets?: string;
  readonly stratifications?: string;
}

/** The regions of a comparison, and what the strata are called. */
export interface LoadedRegions extends ComparisonRegions {
  readonly strataNames: readonly string[];
}

/**
 * Reads all region files and names their contigs as the reference does; contigs that it lacks are left out.
 *
 * @throws FormatError for malformed files; ConcordanceError TS_CONTIG_NAMING when no contig of a file is known
 */
export function loadRegions(paths: RegionPaths, referenceNames: readonly string[], names: ContigNames): LoadedRegions {
  const read = (path: string) => underReferenceNames(readBed(path), path, referenceNames, names);
  const stratifications = paths.stratifications === undefined ? [] : readStratifications(paths.stratifications);
  return {
    confident: paths.regions === undefined ? null : read(paths.regions),
    targets: paths.targets === undefined ? null : read(paths.targets),
    strata: stratifications.map(({ path }) => read(path)),
    strataNames: stratifications.map(({ name }) => name),
  };
}

function underReferenceNames(
  regions: BedRegions,
  path: string,
  referenceNames: readonly string[],
  names: ContigNames,
): IntervalsByContig {
  const renamed = new Map<string, Intervals>();
  for (const [contig, intervals] of regions) {
    const number = names.find(contig);
    if (number >= 0) renamed.set(referenceNames[number], intervals);
  }
  if (renamed.size === 0 && regions.size > 0) {
    const [contig] = regions.keys();
    throw new ConcordanceError(
      "TS_CONTIG_NAMING",
      `no contig of ${path} is in the reference (the file names ${contig}, the reference ${referenceNames[0]})`,
      { file: path, contig },
    );
  }
  return renamed;
}
