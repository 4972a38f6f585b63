import type { ProcessIdentity } from "@touchstone/store";

/** A process of this machine whose end is waited for. */
export interface WatchedProcess {
  readonly identity: ProcessIdentity;
  /** Null where it cannot be told. */
  readonly startedAt: Date | null;
}

/** Milliseconds between looks. */
const INTERVAL = 500;
/** A file that a process wrote in its first moments is not older than it, whatever the clocks' steps are. */
const STEP_OF_CLOCKS = 1000;

/** The process that has the PID now; one that has ended already has no start. */
export async function watchProcess(pid: number): Promise<WatchedProcess> {
  const { identityOf, startTimeOf } = await import("@touchstone/store");
  const identity = identityOf(pid);
  const start = startTimeOf(identity);
  return { identity, startedAt: start === null ? null : new Date(start.getTime() - STEP_OF_CLOCKS) };
}

/** A signal that is aborted when the process has ended, or the other signal is aborted; `stop` ends the watch. */
export async function endOf(
  { identity }: WatchedProcess,
  interrupted: AbortSignal,
): Promise<{ readonly signal: AbortSignal; stop(): void }> {
  const { hasEnded } = await import("@touchstone/store");
  const ended = new AbortController();
  const look = () => {
    if (hasEnded(identity)) ended.abort();
  };
  look();
  const timer = setInterval(look, INTERVAL);
  return { signal: AbortSignal.any([interrupted, ended.signal]), stop: () => clearInterval(timer) };
}
