import { run } from "./run.ts";
import { interruptionExitCode, onInterruption } from "./signals.ts";

const controller = new AbortController();
const interruption = onInterruption(process, controller);

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") {
    throw error;
  }
});

const exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  debug: process.env.TOUCHSTONE_DEBUG === "1",
  signal: controller.signal,
});

process.exitCode = interruption.signal === null ? exitCode : interruptionExitCode(interruption.signal);
