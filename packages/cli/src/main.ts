import { reportProcessErrors } from "./process-errors.ts";
import { run } from "./run.ts";
import { interruptionExitCode, onInterruption } from "./signals.ts";

const controller = new AbortController();
const debug = process.env.TOUCHSTONE_DEBUG === "1";
const interruption = onInterruption(process, controller);
reportProcessErrors(process, debug);

const exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  debug,
  signal: controller.signal,
});

// An output that broke has set its own exit code.
process.exitCode ??= interruption.signal === null ? exitCode : interruptionExitCode(interruption.signal);
