import { createHash, randomUUID } from "node:crypto";
import type { TouchstoneClient } from "@touchstone/client";
import type { CommandContext } from "../command.ts";
import type { Progress } from "../reporter/reporter.ts";

/** One command that records results. */
export interface Recording {
  readonly client: TouchstoneClient;
  /**
   * Headers that let a request be sent again when its answer was lost. Their key is made of its address and content, and
   * of the command: one that is given again is answered anew, with the verdicts that are in force by then.
   */
  headersOf(address: string, body: unknown): { readonly "idempotency-key": string };
  /** Is told what results leave open. */
  warn(warning: string): void;
  progress(progress: Progress): void;
  /** Aborted when the user asks the command to stop: between two records. */
  readonly signal: AbortSignal;
}

/** Begins to record results through the API. */
export function startRecording(client: TouchstoneClient, { environment, reporter }: CommandContext): Recording {
  const command = randomUUID();
  return {
    client,
    signal: environment.signal,
    warn: (warning) => reporter.warning(warning),
    progress: (progress) => reporter.progress(progress),
    headersOf(address, body) {
      const content = JSON.stringify([command, address, body]);
      return { "idempotency-key": createHash("sha256").update(content).digest("hex") };
    },
  };
}
