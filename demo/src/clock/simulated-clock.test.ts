import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@touchstone/store";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { startSimulatedClock } from "./simulated-clock.ts";

test("Date and the embedded database tell the simulated time, and the real one after it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-clock-"));
  const before = Date.now();
  const clock = startSimulatedClock(new Date("2024-02-29T08:00:00Z"));
  try {
    expect(new Date().toISOString()).toBe("2024-02-29T08:00:00.000Z");
    clock.moveTo(new Date("2024-03-01T09:30:00Z"));
    clock.advance(1500);
    expect(Date.now()).toBe(Date.parse("2024-03-01T09:30:01.500Z"));
    expect(new Date(2020, 0).getFullYear()).toBe(2020);
    expect(statSync(folder).mtime instanceof Date).toBe(true);
    expect(() => clock.moveTo(new Date("2024-02-01T00:00:00Z"))).toThrow(RangeError);
    const database = await openDatabase({ dataFolder: folder });
    const { rows } = await sql<{ n: Date; c: Date }>`select now() as n, clock_timestamp() as c`.execute(
      database.kysely,
    );
    await database.close();
    expect(rows[0]?.n.toISOString()).toBe("2024-03-01T09:30:01.500Z");
    expect(rows[0]?.c.toISOString()).toBe("2024-03-01T09:30:01.500Z");
  } finally {
    clock.restore();
    rmSync(folder, { recursive: true, force: true });
  }
  expect(Date.now()).toBeGreaterThanOrEqual(before);
});
