import type { DescribedError } from "../describe-error.ts";
import type { Output } from "../environment.ts";
import type { Progress, Reporter } from "./reporter.ts";

const CLEAR_LINE = "\r\x1b[2K";
/** A terminal is redrawn at most this often. */
const REDRAW_MILLISECONDS = 100;

/** Reports for people: a progress line when the output is a terminal, and sentences. */
export class TextReporter implements Reporter {
  readonly #output: Output;
  readonly #now: () => number;
  #lineShown = false;
  #linesOfBoard = 0;
  #lastDrawn = Number.NEGATIVE_INFINITY;

  /** `now` returns milliseconds on any steady clock. */
  constructor(output: Output, now: () => number = () => performance.now()) {
    this.#output = output;
    this.#now = now;
  }

  progress({ done, total, phase }: Progress): void {
    const time = this.#now();
    if (this.#output.isTTY !== true || time - this.#lastDrawn < REDRAW_MILLISECONDS) {
      return;
    }
    this.#lastDrawn = time;
    this.#lineShown = true;
    const percent = total === 0 ? "" : ` ${Math.floor((100 * done) / total)}%`;
    this.#output.write(`${CLEAR_LINE}${phase}${percent}`);
  }

  note(message: string): void {
    this.finish();
    this.#output.write(`touchstone: ${message}\n`);
  }

  /** On a terminal the board shows it. */
  event(message: string): void {
    if (this.#output.isTTY !== true) this.note(message);
  }

  board(lines: readonly string[]): void {
    const time = this.#now();
    if (this.#output.isTTY !== true || time - this.#lastDrawn < REDRAW_MILLISECONDS) return;
    this.finish();
    this.#lastDrawn = time;
    this.#linesOfBoard = lines.length;
    this.#output.write(lines.map((line) => `${line}\n`).join(""));
  }

  warning(message: string): void {
    this.finish();
    this.#output.write(`touchstone: warning: ${message}\n`);
  }

  error({ code, message, hint, stack }: DescribedError): void {
    this.finish();
    this.#output.write(`touchstone: error ${code}: ${message}\n  ${hint}\n`);
    if (stack !== null) {
      this.#output.write(`${stack}\n`);
    }
  }

  finish(): void {
    if (this.#lineShown) {
      this.#output.write(CLEAR_LINE);
      this.#lineShown = false;
    }
    if (this.#linesOfBoard > 0) {
      this.#output.write(`\x1b[${this.#linesOfBoard}A\x1b[J`);
      this.#linesOfBoard = 0;
    }
  }
}
