import { IngestError } from "../src/index.ts";

/** The error that the action throws; fails when it throws none, or another. */
export function thrownBy(action: () => unknown): IngestError {
  try {
    action();
  } catch (error) {
    if (error instanceof IngestError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
