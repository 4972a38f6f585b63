/** Times that a message is tried; the last some 27 hours after the first. */
export const MOST_ATTEMPTS = 10;
/** Milliseconds until the second attempt; three times as long before each further one. */
const FIRST_DELAY = 10_000;
const FACTOR = 3;
/** By which a delay is longer or shorter at most, so that messages which failed together part. */
const JITTER = 0.2;

/**
 * Milliseconds until a message is tried again.
 *
 * @param attempts how often it was tried, from 1.
 * @param random in [0, 1).
 * @returns null when it is not tried any more.
 */
export function retryDelay(attempts: number, random: number): number | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  return FIRST_DELAY * FACTOR ** (attempts - 1) * (1 + JITTER * (2 * random - 1));
}
