import { type BedRegions, type FileIdentity, identifyFile, readBed } from "@touchstone/formats";

/** A BED file of a stratum. */
export interface StratumFile {
  readonly regions: BedRegions;
  readonly identity: FileIdentity;
}

/**
 * Reads a stratum and hashes its file, which belongs to the work that is spread over the workers: there may be hundreds.
 *
 * @throws what `readBed` does
 */
export function readStratum(path: string): StratumFile {
  return { regions: readBed(path), identity: identifyFile(path) };
}
