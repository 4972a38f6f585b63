import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** A server in a process of its own. */
export interface Replica {
  readonly origin: string;
  /** With the prefix of the API. */
  readonly address: string;
  /** Ends the process at once, as a crash would. */
  kill(): Promise<void>;
  /** Ends it as it should; its exit code. */
  stop(): Promise<number | null>;
}

/** What `test/serve-replica.ts` takes. */
export interface ReplicaOptions {
  readonly source: unknown;
  /** Folder of files. */
  readonly objects: string;
  readonly settings?: object;
  /** In base64; none unless given. */
  readonly secretKey?: string;
}

/** Starts a server over records that other servers may use as well. */
export async function startReplica(options: ReplicaOptions): Promise<Replica> {
  const script = join(import.meta.dirname, "serve-replica.ts");
  const argv = ["--conditions=@touchstone/source", script, JSON.stringify(options)];
  const replica = spawn(process.execPath, argv, { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(replica, "exit");
  const [line] = await Promise.race([
    once(replica.stdout, "data"),
    ended.then(([code]) => Promise.reject(new Error(`the server ended with exit code ${code}`))),
  ]);
  const origin = String(line).trim();
  return {
    origin,
    address: `${origin}/api/v1`,
    async kill() {
      replica.kill("SIGKILL");
      await ended;
    },
    async stop() {
      replica.stdin.end();
      return (await ended)[0];
    },
  };
}
