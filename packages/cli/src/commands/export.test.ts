import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportTables, newId, openDatabase } from "@touchstone/store";
import { type S3Stub, startS3Stub } from "@touchstone/test-support";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { recordingEnvironment } from "../../test/recording-environment.ts";
import { run } from "../run.ts";

let folder: string;
let data: string;
let stub: S3Stub;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-export-"));
  data = join(folder, "data");
  stub = await startS3Stub();
  vi.stubEnv("DATABASE_URL", "");
  for (const [name, value] of Object.entries(stub.environment)) {
    vi.stubEnv(name, value);
  }
  await run(["db", "migrate", "--data", data], recordingEnvironment());
  const database = await openDatabase({ dataFolder: data });
  for (const [index, day] of ["2026-01-31", "2026-02-01"].entries()) {
    const id = newId();
    const performed = new Date(`${day}T10:00:00Z`);
    await database.kysely
      .insertInto("run")
      .values({ id, name: `run-${index}`, performed_at: performed })
      .execute();
    await database.kysely
      .insertInto("run_task")
      .values({ id: newId(), run_id: id, number: 1, process: "ALIGN", status: "completed" })
      .execute();
  }
  await database.close();
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await stub.close();
  rmSync(folder, { recursive: true });
});

async function touchstone(...argv: string[]) {
  const environment = recordingEnvironment();
  const exitCode = await run(["export", "--data", data, ...argv], environment);
  return { exitCode, out: environment.out(), err: environment.err() };
}

test("files appear in a folder, and a second export leaves them alone", async () => {
  const out = join(folder, "lake");
  const first = await touchstone("--out", out);
  expect({ ...first, out: first.out.split("\n").map((line) => line.trim().split(/ +/)) }).toEqual({
    exitCode: 0,
    err: "",
    out: [
      ["table", "rows", "files", "written", "emptied"],
      ["comparison_stratum", "0", "0", "0", "0"],
      ["measurement", "0", "0", "0", "0"],
      ["verdict", "0", "0", "0", "0"],
      ["run_task", "2", "2", "2", "0"],
      [""],
    ],
  });
  expect(readdirSync(join(out, "run_tasks/assay=__HIVE_DEFAULT_PARTITION__")).sort()).toEqual([
    "run_date=2026-01-31",
    "run_date=2026-02-01",
  ]);
  const second = JSON.parse((await touchstone("--out", out, "--tables", "run_task", "--json")).out);
  expect(second).toEqual({
    place: data,
    out,
    tables: { run_task: { rows: 2, partitions: 2, written: 0, emptied: 0 } },
  });
});

test("objects appear in S3, from a day on", async () => {
  const out = `s3://${stub.bucketName}/lake`;
  const { exitCode } = await touchstone("--out", out, "--since", "2026-02-01", "--tables", "run_task,verdict");
  expect(exitCode).toBe(0);
  expect([...stub.bucket.objects.keys()]).toEqual([
    "lake/run_tasks/assay=__HIVE_DEFAULT_PARTITION__/run_date=2026-02-01/data.parquet",
  ]);
});

test("the help names every table that there is", async () => {
  const { out } = await touchstone("--help");
  expect(out.replace(/\s+/g, "")).toContain(exportTables.map(({ name }) => name).join(","));
});

test.each([
  [["--tables", "run_task,sample"], '"sample" is none of'],
  [["--since", "2026-02-30"], "It must be a day"],
  [["--since", "yesterday"], "It must be a day"],
])("%j is refused before anything is done", async (options, message) => {
  const out = join(folder, "never");
  const { exitCode, err } = await touchstone("--out", out, ...options);
  expect({ exitCode, err }).toMatchObject({ exitCode: 2, err: expect.stringContaining(message) });
  expect(existsSync(out)).toBe(false);
});
