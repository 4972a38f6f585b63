import { spawn } from "node:child_process";
import { once } from "node:events";

/** A server in a process of its own. */
export interface ChildServer {
  /** What it printed: where it listens. */
  readonly address: string;
  /** Ends the process at once, as a crash would. */
  kill(): Promise<void>;
  /** Ends it as it should; its exit code. */
  stop(): Promise<number | null>;
}

/**
 * Starts a script from source that serves, prints its address when it listens, and ends with its input.
 *
 * @param argument of the script, as JSON.
 */
export async function startChildServer(script: string, argument: unknown): Promise<ChildServer> {
  const argv = ["--conditions=@touchstone/source", script, JSON.stringify(argument)];
  const child = spawn(process.execPath, argv, { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const [line] = await Promise.race([
    once(child.stdout, "data"),
    ended.then(([code]) => Promise.reject(new Error(`the server ended with exit code ${code}`))),
  ]);
  return {
    address: String(line).trim(),
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
    async stop() {
      child.stdin.end();
      return (await ended)[0];
    },
  };
}
