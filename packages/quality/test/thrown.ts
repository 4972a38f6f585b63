import { QualityError } from "../src/error.ts";

/** The QualityError that an action throws; anything else fails the test. */
export function thrownBy(action: () => unknown): QualityError {
  try {
    action();
  } catch (error) {
    if (error instanceof QualityError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
