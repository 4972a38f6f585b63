import { createHash } from "node:crypto";
import type { Recording } from "touchstone/in-process";
import type { Story } from "./story.ts";

/** How the pipelines record results. */
export function recordingOf({ laboratory, signal }: Pick<Story, "laboratory" | "signal">): Recording {
  return {
    client: laboratory.pipelines,
    signal,
    warn: () => {},
    progress: () => {},
    headersOf: (address, body) => ({
      "idempotency-key": createHash("sha256")
        .update(JSON.stringify([address, body]))
        .digest("hex"),
    }),
  };
}
