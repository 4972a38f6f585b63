import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createClient, type TouchstoneClient } from "@touchstone/client";
import { run } from "../src/run.ts";
import { recordingEnvironment } from "./recording-environment.ts";

const MAIN = join(import.meta.dirname, "../src/main.ts");

/** What a command of a test printed. */
export interface Printed {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Carries out commands in this process, on the data folder. */
export function commandsOn(dataFolder: string): (...argv: string[]) => Promise<Printed> {
  return async (...argv) => {
    const environment = recordingEnvironment();
    const exitCode = await run([...argv, "--data", dataFolder], environment);
    return { exitCode, out: environment.out(), err: environment.err() };
  };
}

/** The command line from source in a process of its own. */
export function spawnCommand(argv: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, ["--conditions=@touchstone/source", MAIN, ...argv], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
}

/** A `touchstone serve` that holds a data folder. */
export interface ServedFolder {
  readonly server: ChildProcess;
  readonly address: string;
  readonly token: string;
  /** With the folder's own token. */
  readonly client: TouchstoneClient;
  /** All that it has logged. */
  log(): string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts a server on a data folder, at a free port unless one is named, with further arguments and variables. */
export async function serveFolder(
  dataFolder: string,
  { port = "0", argv = [], env = {} }: { port?: string; argv?: readonly string[]; env?: Record<string, string> } = {},
): Promise<ServedFolder> {
  const server = spawnCommand(["serve", "--port", port, "--json", "--data", dataFolder, ...argv], env);
  let log = "";
  server.stderr?.on("data", (chunk) => {
    log += String(chunk);
  });
  const ended = once(server, "exit").then(() => Promise.reject(new Error(`the server did not start: ${log}`)));
  const lines = createInterface({ input: server.stdout as NodeJS.ReadableStream });
  const [line] = await Promise.race([once(lines, "line"), ended]);
  ended.catch(() => {});
  const { address, tokenFile } = JSON.parse(line);
  const token = readFileSync(tokenFile, "utf8").trim();
  return {
    server,
    address,
    token,
    client: createClient({ url: address, token }),
    log: () => log,
    async stop(signal = "SIGTERM") {
      if (server.exitCode === null && server.kill(signal)) await once(server, "exit");
    },
  };
}
