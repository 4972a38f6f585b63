import { spawn } from "node:child_process";
import { once } from "node:events";

/** A server in a process of its own. */
export interface ChildServer {
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts a script that prints its address when it listens, and ends with its input. */
export async function startChild(script: string, argument: unknown): Promise<ChildServer> {
  const argv = ["--conditions=@touchstone/source", script, JSON.stringify(argument)];
  const child = spawn(process.execPath, argv, { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const [line] = await Promise.race([
    once(child.stdout, "data"),
    ended.then(([code]) => Promise.reject(new Error(`the server ended with exit code ${code}`))),
  ]);
  const stop = async () => {
    child.stdin.end();
    await ended;
  };
  return { address: String(line).trim(), stop };
}
