import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appendAuditEvent, migrate, openDatabase } from "@touchstone/store";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordingEnvironment } from "../../test/recording-environment.ts";
import { run } from "../run.ts";

let folder: string;
let data: string;
let anchor: string;
let key: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-audit-"));
  data = join(folder, "data");
  anchor = join(folder, "anchors.jsonl");
  key = join(folder, "anchor.key");
  const database = await openDatabase({ dataFolder: data });
  await migrate(database);
  await database.close();
});

afterAll(() => rmSync(folder, { recursive: true }));

async function touchstone(...argv: string[]) {
  const environment = recordingEnvironment();
  const exitCode = await run(["audit", ...argv, "--data", data], environment);
  return { exitCode, out: environment.out(), err: environment.err() };
}

async function appendRows(count: number): Promise<void> {
  const database = await openDatabase({ dataFolder: data });
  for (let number = 0; number < count; number++) {
    await database.kysely
      .transaction()
      .execute((transaction) =>
        appendAuditEvent(transaction, { actor: "person", action: "read", subject: { kind: "run", id: `${number}` } }),
      );
  }
  await database.close();
}

/** As somebody with all rights can. */
async function tamper(...statements: string[]): Promise<void> {
  const database = await openDatabase({ dataFolder: data });
  for (const table of ["audit_event", "audit_head"]) {
    await sql`alter table ${sql.table(table)} disable trigger all`.execute(database.kysely);
  }
  for (const statement of statements) await sql.raw(statement).execute(database.kysely);
  await database.close();
}

test("the trail of a folder is anchored, checked, and found cut off or altered", async () => {
  expect(await touchstone("verify")).toMatchObject({ exitCode: 0, out: expect.stringContaining("is empty") });
  await appendRows(4);
  const unproven = await touchstone("verify");
  expect(unproven.exitCode).toBe(0);
  expect(unproven.out).toContain("Rows 1 to 4: 4 hold.\nCompleteness is proven for no row");

  expect(await touchstone("anchor", "--anchor", anchor, "--key", key)).toMatchObject({
    exitCode: 0,
    out: expect.stringMatching(/row 4 of 20.* is anchored/),
  });
  await appendRows(1);
  const proven = await touchstone("verify", "--anchor", anchor, "--key", `${key}.pub`);
  expect(proven).toMatchObject({ exitCode: 0, err: "" });
  expect(proven.out).toContain("Completeness is proven up to row 4; rows after it fit each other.");
  expect(proven.out).toContain("Anchors with a right signature: 1.");

  writeFileSync(anchor, readFileSync(anchor, "utf8").replace('"sequence":4', '"sequence":3'));
  const forged = await touchstone("verify", "--anchor", anchor, "--key", `${key}.pub`, "--json");
  expect(forged.exitCode).toBe(1);
  expect(JSON.parse(forged.out)).toMatchObject({
    holds: false,
    finding: null,
    to: 5,
    rejected: [{ line: 1, reason: "wrong signature" }],
  });
  writeFileSync(anchor, readFileSync(anchor, "utf8").replace('"sequence":3', '"sequence":4'));

  await tamper(
    "delete from audit_event where sequence > 2",
    "update audit_head set sequence = 2, hash = (select hash from audit_event where sequence = 2)",
  );
  expect((await touchstone("verify")).exitCode).toBe(0);
  const cut = await touchstone("verify", "--anchor", anchor, "--key", key);
  expect(cut.exitCode).toBe(1);
  expect(cut.out).toContain("Row 3 does not hold (missing): rows 3 to 4 are missing");
  const refused = await touchstone("anchor", "--anchor", anchor, "--key", key);
  expect(refused).toMatchObject({ exitCode: 70, err: expect.stringContaining("TS_AUDIT_BROKEN") });

  await tamper("update audit_event set actor = 'another' where sequence = 2");
  const altered = await touchstone("verify", "--from", "2", "--json");
  expect(altered.exitCode).toBe(1);
  expect(JSON.parse(altered.out)).toMatchObject({ finding: { sequence: 2, kind: "altered" }, checked: 0 });
});

test.each([
  [["verify", "--anchor", "a"], 2, "--anchor and --key belong together"],
  [["verify", "--from", "0"], 2, "It must be a whole number from 1 to"],
  [["anchor"], 2, "--anchor, --key missing"],
  [["verify", "--anchor", "nowhere.jsonl", "--key", "nowhere.pem"], 66, "nowhere.jsonl: there is no such file"],
])("touchstone audit %j is refused", async (argv, exitCode, message) => {
  expect(await touchstone(...argv)).toMatchObject({ exitCode, err: expect.stringContaining(message) });
});

test("a folder without records is not made by looking at it", async () => {
  const none = join(folder, "none");
  const environment = recordingEnvironment();
  expect(await run(["audit", "verify", "--data", none], environment)).toBe(66);
  expect(existsSync(none)).toBe(false);
});
