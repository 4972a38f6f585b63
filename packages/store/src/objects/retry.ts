import { setTimeout as sleep } from "node:timers/promises";

/** A failure that may pass. Kept apart from the errors that users see: only the last one of several becomes `final`. */
export class PassingFailure extends Error {
  /** What to throw when it did not pass. */
  readonly final: Error;
  /** What the server asked to wait at least, in milliseconds. */
  readonly wait: number;

  constructor(final: Error, wait = 0) {
    super(final.message);
    this.name = "PassingFailure";
    this.final = final;
    this.wait = wait;
  }
}

/** How often, and after which pauses, a request is repeated. */
export interface RetryPolicy {
  readonly attempts: number;
  /** Upper limit of the first pause in milliseconds; doubled each time. */
  readonly firstPause: number;
  /** Upper limit of every pause that the server did not ask for. */
  readonly longestPause: number;
}

export const usualRetries: RetryPolicy = { attempts: 6, firstPause: 100, longestPause: 10_000 };

/** No server makes a request wait longer than this between two attempts. */
const longestAskedPause = 30_000;

/** Milliseconds before the attempt after that many failures: anywhere up to the limit, so that clients do not come in step. */
export function pauseAfter(failures: number, policy: RetryPolicy, random: () => number = Math.random): number {
  return random() * Math.min(policy.longestPause, policy.firstPause * 2 ** (failures - 1));
}

/** Repeats `attempt` while it fails with a `PassingFailure`; throws what that stands for after the last attempt. */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  policy: RetryPolicy,
  signal: AbortSignal | undefined,
): Promise<T> {
  for (let failures = 1; ; failures++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof PassingFailure)) {
        throw error;
      }
      if (failures >= policy.attempts) {
        throw error.final;
      }
      await pauseBeforeRetry(failures, error, policy, signal);
    }
  }
}

/** Waits after a failure as the policy and the server want; throws the signal's reason when it is aborted meanwhile. */
export async function pauseBeforeRetry(
  failures: number,
  failure: PassingFailure,
  policy: RetryPolicy,
  signal: AbortSignal | undefined,
): Promise<void> {
  const pause = Math.max(pauseAfter(failures, policy), Math.min(failure.wait, longestAskedPause));
  try {
    await sleep(pause, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}
