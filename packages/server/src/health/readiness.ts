import { type Static, type TSchema, Type } from "@sinclair/typebox";
import { migrationStatus } from "@touchstone/store";
import { sql } from "kysely";
import type { ServerContext } from "../context.ts";

const PartSchema = Type.Object({
  status: Type.Union([Type.Literal("ready"), Type.Literal("unavailable")]),
  latencyMs: Type.Number({ minimum: 0 }),
  /** Without addresses or paths, since anybody may ask. */
  reason: Type.Union([Type.String(), Type.Null()]),
});

type Part = Static<typeof PartSchema>;

/** Answer of `/health/ready`. */
export interface Readiness {
  readonly status: "ready" | "unavailable";
  readonly database: Part;
  readonly objects: Part;
  readonly migrations: Part;
}

/** Its schema. */
export const ReadinessSchema: TSchema = Type.Object({
  status: PartSchema.properties.status,
  database: PartSchema,
  objects: PartSchema,
  migrations: PartSchema,
});

/** A file that nobody has: looking for it shows whether files can be reached. */
const NO_FILE = "0".repeat(64);
const PATIENCE = 5_000;

/** Asks each part for something small, all at once, and waits five seconds at most. */
export async function checkReadiness({ database, objects }: ServerContext): Promise<Readiness> {
  const [ofDatabase, ofObjects, ofMigrations] = await Promise.all([
    timed(() => sql`select 1`.execute(database.kysely), "does not answer"),
    timed(() => objects.exists(NO_FILE), "does not answer"),
    timed(async () => (await migrationStatus(database.kysely)).pending.length === 0, "are not all applied"),
  ]);
  const isReady = [ofDatabase, ofObjects, ofMigrations].every(({ status }) => status === "ready");
  return {
    status: isReady ? "ready" : "unavailable",
    database: ofDatabase,
    objects: ofObjects,
    migrations: ofMigrations,
  };
}

/** @param holds throws when the part cannot be used; a migration check may also return false. */
async function timed(holds: () => Promise<unknown>, reason: string): Promise<Part> {
  const start = performance.now();
  const latency = () => Math.round((performance.now() - start) * 10) / 10;
  try {
    const answer = await withinPatience(holds());
    if (answer === null || (reason !== "does not answer" && answer === false)) {
      return { status: "unavailable", latencyMs: latency(), reason };
    }
    return { status: "ready", latencyMs: latency(), reason: null };
  } catch {
    return { status: "unavailable", latencyMs: latency(), reason };
  }
}

async function withinPatience(answer: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE);
  });
  try {
    return await Promise.race([answer, patience]);
  } finally {
    clearTimeout(timer);
  }
}
