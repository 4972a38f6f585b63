import { setTimeout } from "node:timers/promises";

/** Milliseconds between attempts while the records cannot be reached. */
const PAUSE = 5000;

/** Tries again, as long as nobody interrupts, what could not be done because the records could not be reached. */
export async function patiently<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  warn: (warning: string) => void,
): Promise<T> {
  let hasTold = false;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error) || signal.aborted) throw error;
      if (!hasTold) warn(`${error.message}; it is tried again`);
      hasTold = true;
    }
    await setTimeout(PAUSE, undefined, { signal }).catch(() => {});
  }
}

const PASSING = new Set(["TS_SERVER_UNREACHABLE", "TS_DATA_FOLDER_LOCKED"]);

/** Whether what failed may succeed later: the records cannot be reached at the moment. */
export function isPassing(error: unknown): error is Error {
  if (!(error instanceof Error) || !("code" in error)) return false;
  const isRetryable = "details" in error && (error.details as { retryable?: boolean }).retryable === true;
  return isRetryable || PASSING.has(String(error.code));
}
