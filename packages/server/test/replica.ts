import { join } from "node:path";
import { type ChildServer, startChildServer } from "@touchstone/test-support";

/** A server in a process of its own. */
export interface Replica extends ChildServer {
  readonly origin: string;
  /** With the prefix of the API. */
  readonly address: string;
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
  const { address: origin, kill, stop } = await startChildServer(script, options);
  return { origin, address: `${origin}/api/v1`, kill, stop };
}
