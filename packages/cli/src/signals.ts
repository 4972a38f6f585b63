import { constants } from "node:os";

/** Signals that ask a command to stop and clean up. */
const INTERRUPTIONS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export type InterruptionSignal = (typeof INTERRUPTIONS)[number];

/** Which signal asked for a stop; null while none did. */
export interface Interruption {
  signal: InterruptionSignal | null;
}

/** The part of `process` that delivers signals. */
export interface SignalSource {
  on(signal: InterruptionSignal, listener: () => void): unknown;
}

/**
 * Aborts the controller at the first SIGINT, SIGTERM or SIGHUP (a terminal that was closed). Later ones change nothing: a terminal's Ctrl-C may arrive
 * twice, once directly and once forwarded by the launcher.
 */
export function onInterruption(source: SignalSource, controller: AbortController): Interruption {
  const interruption: Interruption = { signal: null };
  for (const signal of INTERRUPTIONS) {
    source.on(signal, () => {
      interruption.signal ??= signal;
      controller.abort();
    });
  }
  return interruption;
}

/** The shell's exit code of a command ended by a signal: 130 for SIGINT, 143 for SIGTERM, 129 for SIGHUP. */
export function interruptionExitCode(signal: InterruptionSignal): number {
  return 128 + constants.signals[signal];
}
