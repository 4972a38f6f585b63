import type { Environment } from "../src/environment.ts";

/** An environment that keeps what is written to it. */
export interface RecordingEnvironment extends Environment {
  /** Text written to stdout so far. */
  readonly out: () => string;
  /** Text written to stderr so far. */
  readonly err: () => string;
}

/** An environment in memory; `isTTY` says whether stderr claims to be a terminal. */
export function recordingEnvironment(overrides: { isTTY?: boolean; debug?: boolean } = {}): RecordingEnvironment {
  const out: string[] = [];
  const err: string[] = [];
  return {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text), isTTY: overrides.isTTY ?? false },
    debug: overrides.debug ?? false,
    signal: new AbortController().signal,
    out: () => out.join(""),
    err: () => err.join(""),
  };
}
