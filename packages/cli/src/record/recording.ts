import { createHash, randomUUID } from "node:crypto";
import type { TouchstoneClient } from "@touchstone/client";

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
}

/** Begins to record results through the API. */
export function startRecording(client: TouchstoneClient, warn: (warning: string) => void): Recording {
  const command = randomUUID();
  return {
    client,
    warn,
    headersOf(address, body) {
      const content = JSON.stringify([command, address, body]);
      return { "idempotency-key": createHash("sha256").update(content).digest("hex") };
    },
  };
}
