import { describeError } from "./describe-error.ts";
import { CliError } from "./error.ts";
import { TextReporter } from "./reporter/text-reporter.ts";

/**
 * Reports what no command can catch, in place of Node's stack trace: a stdout that cannot be written (the exit code is
 * then that of an unwritable output), and errors thrown by nobody's caller (exit code 70, at once).
 */
export function reportProcessErrors(process: NodeJS.Process, debug: boolean): void {
  const reporter = new TextReporter(process.stderr);
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // The reader of a pipe has seen enough, as `head` does.
    if (error.code === "EPIPE") {
      return;
    }
    const described = describeError(new CliError("TS_OUTPUT_UNWRITABLE", `stdout: ${error.message}`), debug);
    reporter.error(described);
    process.exitCode = described.exitCode;
  });
  process.on("uncaughtException", (error) => {
    const described = describeError(error, debug);
    reporter.error(described);
    process.exit(described.exitCode);
  });
}
