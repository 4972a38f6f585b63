import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lockHolder, newId, openDatabase } from "@touchstone/store";
import { postgresAvailable, startPostgres } from "@touchstone/test-support";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { recordingEnvironment } from "../../test/recording-environment.ts";
import { run } from "../run.ts";

let folder: string;
let data: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-db-"));
  data = join(folder, "data");
});

beforeEach(() => vi.stubEnv("DATABASE_URL", ""));

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

async function touchstone(...argv: string[]) {
  const environment = recordingEnvironment();
  const exitCode = await run(["db", ...argv], environment);
  return { exitCode, out: environment.out(), err: environment.err() };
}

async function json(...argv: string[]) {
  const { exitCode, out } = await touchstone(...argv, "--json");
  return { exitCode, ...JSON.parse(out) };
}

/** A run, so that there is something to keep. */
async function recordRun(): Promise<void> {
  const database = await openDatabase({ dataFolder: data });
  await database.kysely.insertInto("run").values({ id: newId(), name: "run-1", performed_at: new Date() }).execute();
  await database.close();
}

describe("a data folder", () => {
  test("that does not exist is made by migrate alone", async () => {
    for (const command of [["status"], ["verify"], ["backup", join(folder, "none.backup")]]) {
      const { exitCode, err } = await touchstone(...command, "--data", data);
      expect({ exitCode, err }).toMatchObject({ exitCode: 66, err: expect.stringContaining("TS_DATABASE_MISSING") });
    }
    expect(existsSync(data)).toBe(false);
    const { exitCode, applied } = await json("migrate", "--data", data);
    expect({ exitCode, first: applied[0] }).toEqual({ exitCode: 0, first: "0001_core" });
    expect(await touchstone("migrate", "--data", data)).toEqual({ exitCode: 0, out: `${data}: up to date\n`, err: "" });
  });

  test("is described by status and verify, and gone from no other command", async () => {
    await recordRun();
    const status = await json("status", "--data", data);
    expect(status).toMatchObject({ exitCode: 0, kind: "pglite", place: data, pending: [] });
    expect(status.applied[0]).toMatchObject({ name: "0001_core", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const { exitCode, tables } = await json("verify", "--data", data);
    expect({ exitCode, rows: tables.run.rows }).toEqual({ exitCode: 0, rows: 1 });
    expect((await touchstone("verify", "--data", data)).out).toMatch(/^run +1 {2}[0-9a-f]{64}$/m);
  });

  test("is backed up, and the backup restored into another one holds the same", async () => {
    const file = join(folder, "records.backup");
    const backup = await touchstone("backup", file, "--data", data);
    expect(backup).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/: \d+ rows of .*, read back and compared\n$/),
    });
    expect((await touchstone("verify", file)).out).toContain("whole, made 2");
    expect(await touchstone("backup", file, "--data", data)).toMatchObject({
      exitCode: 73,
      err: expect.stringContaining("TS_BACKUP_UNWRITABLE"),
    });
    expect(await touchstone("restore", file, "--data", data)).toMatchObject({
      exitCode: 73,
      err: expect.stringContaining("TS_DATABASE_NOT_EMPTY"),
    });
    const other = join(folder, "restored");
    const restored = await json("restore", file, "--data", other);
    const verified = await json("verify", "--data", other);
    expect(verified.tables).toEqual(restored.tables);
    writeFileSync(join(folder, "text"), "no backup");
    expect(await touchstone("verify", join(folder, "text"))).toMatchObject({ exitCode: 65 });
  });

  test("that a process holds is refused, naming it, and free again afterwards", async () => {
    const database = await openDatabase({ dataFolder: data });
    const refused = await touchstone("status", "--data", data);
    expect(refused).toMatchObject({ exitCode: 75, out: "", err: expect.stringContaining(`process ${process.pid}`) });
    await database.close();
    expect((await touchstone("status", "--data", data)).exitCode).toBe(0);
    expect(lockHolder(join(data, "database.lock"))).toBeNull();
    expect(readdirSync(data)).toEqual(["database"]);
  });
});

describe.runIf(postgresAvailable())("a server that DATABASE_URL names", () => {
  test("gets the tables, and the records of a folder's backup", async () => {
    const server = await startPostgres();
    vi.stubEnv("DATABASE_URL", server.url);
    expect(await json("status")).toMatchObject({ exitCode: 1, kind: "postgresql", applied: [] });
    const file = join(folder, "to-server.backup");
    expect((await touchstone("backup", file, "--data", data)).exitCode).toBe(0);
    expect((await touchstone("restore", file)).exitCode).toBe(0);
    expect(await json("status")).toMatchObject({ exitCode: 0, pending: [] });
    expect((await json("verify")).tables).toEqual((await json("verify", file)).tables);
    await server.stop();
    const { exitCode, err } = await touchstone("status");
    expect({ exitCode, err }).toMatchObject({ exitCode: 75, err: expect.stringContaining("TS_DATABASE_UNAVAILABLE") });
  });
});
