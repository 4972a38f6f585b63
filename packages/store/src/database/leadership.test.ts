import { postgresAvailable, startPostgres } from "@touchstone/test-support";
import { createTestDatabase, databaseKinds } from "@touchstone/test-support/databases";
import { describe, expect, test, vi } from "vitest";
import type { Leadership } from "./leadership.ts";
import { openDatabase } from "./open-database.ts";

const PATIENCE = { timeout: 50_000 };

function ended({ lost }: Leadership): Promise<unknown> {
  return lost.aborted ? Promise.resolve() : new Promise((resolve) => lost.addEventListener("abort", resolve));
}

test.each(databaseKinds)(
  "on %s one leads a subject at a time, and leads it again after it gave it back",
  async (kind) => {
    const opened = await createTestDatabase(kind);
    const { database } = opened;
    const first = await database.lead("one thing");
    expect(first?.lost.aborted).toBe(false);
    expect(await database.lead("one thing")).toBeNull();
    const other = await database.lead("another");
    expect(other).not.toBeNull();
    await first?.release();
    expect(first?.lost.aborted).toBe(true);
    const second = await database.lead("one thing");
    expect(second?.lost.aborted).toBe(false);
    await opened.remove();
    expect(second?.lost.aborted).toBe(true);
  },
);

describe.runIf(postgresAvailable())("on PostgreSQL", () => {
  test("of several processes one leads, and another one once that one's session ended", async () => {
    const server = await startPostgres();
    const databases = await Promise.all([1, 2, 3].map(() => openDatabase({ url: server.url })));
    const tries = await Promise.all(databases.map((database) => database.lead("all")));
    const leaders = tries.filter((leadership) => leadership !== null);
    expect(leaders).toHaveLength(1);
    const place = tries.findIndex((leadership) => leadership !== null);
    await databases[place]?.close();
    const others = databases.filter((_, index) => index !== place);
    const next = await Promise.all(others.map((database) => database.lead("all")));
    expect(next.filter((leadership) => leadership !== null)).toHaveLength(1);
    const [successor] = next.filter((leadership) => leadership !== null);
    await server.restart();
    if (successor !== undefined) await ended(successor);
    await vi.waitFor(async () => expect(await others[0]?.lead("all")).not.toBeNull(), PATIENCE);
    await Promise.all(others.map((database) => database.close()));
    await server.stop();
  });
});
