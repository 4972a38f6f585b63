import type { DescribedError } from "../describe-error.ts";

/** How far a command has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly phase: string;
}

/** Tells what happens while a command runs; never its result. */
export interface Reporter {
  progress(progress: Progress): void;
  /** Something that was done beside the result. */
  note(message: string): void;
  /** Something that happened, with what a program wants to know of it. */
  event(message: string, fields: Readonly<Record<string, unknown>>): void;
  /** Lines that a terminal shows in the place of those before, until something else is told. */
  board(lines: readonly string[]): void;
  warning(message: string): void;
  error(error: DescribedError): void;
  /** Removes what a terminal shows only for a while, before the result is printed. */
  finish(): void;
}
