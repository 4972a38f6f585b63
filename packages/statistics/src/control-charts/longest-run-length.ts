/**
 * Average run lengths above this are not told apart: the integral equations are then singular up to the rounding of
 * double precision.
 */
const LONGEST_RUN_LENGTH = 1e12;

/** Whether a run length is one that its equation determines. */
export function isDetermined(length: number): boolean {
  return length >= 1 && length <= LONGEST_RUN_LENGTH;
}
