import { type Logger, pino } from "pino";
import type { DescribedError } from "../describe-error.ts";
import type { Output } from "../environment.ts";
import type { Progress, Reporter } from "./reporter.ts";

/** Reports for programs: one JSON object a line. Progress appears when its phase or its whole percentage changes. */
export class JsonReporter implements Reporter {
  readonly #logger: Logger;
  #lastStep = "";

  constructor(output: Output) {
    this.#logger = pino(
      { base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (level) => ({ level }) } },
      { write: (line) => output.write(line) },
    );
  }

  progress({ done, total, phase }: Progress): void {
    const step = `${phase} ${total === 0 ? 0 : Math.floor((100 * done) / total)}`;
    if (step !== this.#lastStep) {
      this.#lastStep = step;
      this.#logger.info({ done, total, phase }, "progress");
    }
  }

  note(message: string): void {
    this.#logger.info(message);
  }

  event(message: string, fields: Readonly<Record<string, unknown>>): void {
    this.#logger.info(fields, message);
  }

  board(): void {}

  warning(message: string): void {
    this.#logger.warn(message);
  }

  error({ code, message, hint, stack, details }: DescribedError): void {
    this.#logger.error({ code, hint, details, ...(stack === null ? {} : { stack }) }, message);
  }

  finish(): void {}
}
