import { type BedRegions, type FileIdentity, FormatError, readBed, readStratifications } from "@touchstone/formats";
import type { Intervals, IntervalsByContig } from "../stratify/intervals.ts";
import type { StratumFile } from "../workers/read-stratum.ts";
import type { ContigNames } from "./contig-names.ts";
import type { ComparisonRegions } from "./plan-ranges.ts";
import { uniteIntervals } from "./unite-intervals.ts";

/** Paths of the region files of a comparison. */
export interface RegionPaths {
  readonly regions?: string;
  readonly targets?: string;
  readonly stratifications?: string;
}

/** The regions of a comparison, and what the strata are called and where they come from. */
export interface LoadedRegions extends ComparisonRegions {
  /** One a stratum, in the same order. */
  readonly stratifications: readonly (FileIdentity & { readonly name: string })[];
}

/**
 * Reads all region files and names their contigs as the reference does; contigs that it lacks are left out.
 *
 * A stratum may be empty, or lie on contigs that the reference lacks. Confident regions and targets may not: nothing
 * would be assessed.
 *
 * @param readStrata reads and hashes the files of the strata: there may be hundreds
 * @throws FormatError for malformed files and, TS_FILE_EMPTY, regions or targets without an interval;
 *   ConcordanceError TS_CONTIG_NAMING when a file has none of the reference's contigs but one under another name,
 *   TS_CONTIG_UNKNOWN when regions or targets have none at all
 */
export async function loadRegions(
  paths: RegionPaths,
  referenceNames: readonly string[],
  names: ContigNames,
  readStrata: (paths: readonly string[]) => Promise<StratumFile[]>,
): Promise<LoadedRegions> {
  const read = (path: string | undefined) => (path === undefined ? null : readRegions(path, referenceNames, names));
  const listed = paths.stratifications === undefined ? [] : readStratifications(paths.stratifications);
  const confident = read(paths.regions);
  const targets = read(paths.targets);
  const beds = await readStrata(listed.map(({ path }) => path));
  const strata = listed.map(
    ({ path }, number) => underReferenceNames(beds[number].regions, path, referenceNames, names).known,
  );
  const stratifications = listed.map(({ name }, number) => ({ name, ...beds[number].identity }));
  return { confident, targets, strata, stratifications };
}

function readRegions(path: string, referenceNames: readonly string[], names: ContigNames): IntervalsByContig {
  const { known, unknown } = underReferenceNames(readBed(path), path, referenceNames, names);
  if (known.size > 0) return known;
  if (unknown.length > 0) names.require(unknown[0], path);
  throw new FormatError("TS_FILE_EMPTY", `${path} holds no intervals`, { file: path });
}

function underReferenceNames(
  regions: BedRegions,
  path: string,
  referenceNames: readonly string[],
  names: ContigNames,
): { known: IntervalsByContig; unknown: readonly string[] } {
  const known = new Map<string, Intervals>();
  const unknown: string[] = [];
  for (const [contig, intervals] of regions) {
    const number = names.find(contig);
    if (number < 0) {
      unknown.push(contig);
      continue;
    }
    const name = referenceNames[number];
    const others = known.get(name);
    known.set(name, others === undefined ? intervals : uniteIntervals(others, intervals));
  }
  if (known.size === 0) for (const contig of unknown) names.refuseOtherNaming(contig, path);
  return { known, unknown };
}
