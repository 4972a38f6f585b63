/** Where text goes; `isTTY` tells whether a person watches it. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** All that a command sees of the process it runs in. */
export interface Environment {
  /** Results, and nothing else. */
  readonly stdout: Output;
  /** Progress, warnings and errors. */
  readonly stderr: Output;
  /** Whether unexpected errors show their stack. */
  readonly debug: boolean;
  /** Aborted when the user asks the command to stop. */
  readonly signal: AbortSignal;
}
