import { SimulationError } from "../error.ts";

/** How a library is made and sequenced. */
export interface ReadOptions {
  /** Bases that are read, duplicates and adapters among them, for each known base of the reference. */
  readonly depth: number;
  readonly readLength: number;
  /** Mean length of fragments, in bases. */
  readonly insertMean: number;
  readonly insertSd: number;
  /** Share of fragments that are shorter than a read, so that it runs into the adapter; they are not in `insertMean`. */
  readonly shortInsertShare: number;
  /** Share of read pairs that come from a molecule that was read already. */
  readonly duplicateShare: number;
  /** Share of these that the flow cell made: in the same lane and tile, close by. The others come from PCR. */
  readonly opticalShare: number;
  /** Lanes that the library is spread over. */
  readonly lanes: number;
}

/** 30x of 2 x 150 bases with inserts of 350 ± 50. */
export const defaultReadOptions: ReadOptions = {
  depth: 30,
  readLength: 150,
  insertMean: 350,
  insertSd: 50,
  shortInsertShare: 0.02,
  duplicateShare: 0.08,
  opticalShare: 0.2,
  lanes: 1,
};

/** @throws SimulationError `TS_SIMULATION_INVALID` naming the option that is out of range. */
export function checkReadOptions(options: ReadOptions): void {
  require(options, "depth", options.depth > 0 && Number.isFinite(options.depth), "above 0");
  require(options, "readLength", isWhole(options.readLength, 50, 1000), "a whole number from 50 to 1000");
  require(options, "insertMean", options.insertMean >= options.readLength, "at least the read length");
  require(options, "insertSd", options.insertSd >= 0 && Number.isFinite(options.insertSd), "0 or more");
  for (const share of ["shortInsertShare", "duplicateShare", "opticalShare"] as const) {
    require(options, share, options[share] >= 0 && options[share] <= 0.9, "from 0 to 0.9");
  }
  require(options, "lanes", isWhole(options.lanes, 1, 8), "a whole number from 1 to 8");
}

function require(options: ReadOptions, field: keyof ReadOptions, holds: boolean, what: string): void {
  if (holds) return;
  const message = `${field} is ${options[field]}, not ${what}`;
  throw new SimulationError("TS_SIMULATION_INVALID", message, { field });
}

function isWhole(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}
