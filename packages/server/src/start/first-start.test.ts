import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "@touchstone/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestServer, type TestServer } from "../../test/test-server.ts";
import { prepareFirstStart, requireSafeAddress } from "./first-start.ts";

let opened: TestServer;
let dataFolder: string;

beforeAll(async () => {
  opened = await createTestServer("pglite");
  dataFolder = mkdtempSync(join(tmpdir(), "touchstone-first-"));
});

afterAll(async () => {
  await opened.remove();
  rmSync(dataFolder, { recursive: true });
});

test("the first start leaves a token that its owner alone can read, and later ones leave it", async () => {
  const { tokenFile } = await prepareFirstStart(opened.context, { dataFolder });
  expect(readdirSync(dataFolder)).toEqual(["admin-token"]);
  expect(statSync(tokenFile).mode & 0o777).toBe(0o600);
  const token = readFileSync(tokenFile, "utf8").trim();
  const headers = { authorization: `Bearer ${token}` };
  expect((await opened.nobody.get("/session", { headers })).json()).toMatchObject({
    name: "owner of the data folder",
    roles: [],
    rights: ["read", "ingest", "review", "admin", "audit"],
  });
  await prepareFirstStart(opened.context, { dataFolder });
  expect(readFileSync(tokenFile, "utf8").trim()).toBe(token);
});

test("a token that others could read, or that soon ends, is revoked and replaced", async () => {
  const { tokenFile } = await prepareFirstStart(opened.context, { dataFolder });
  const isAccepted = async (token: string) => {
    const headers = { authorization: `Bearer ${token}` };
    return (await opened.nobody.get("/session", { headers })).statusCode === 200;
  };
  const first = readFileSync(tokenFile, "utf8").trim();
  chmodSync(tokenFile, 0o644);
  await prepareFirstStart(opened.context, { dataFolder });
  const second = readFileSync(tokenFile, "utf8").trim();
  expect([await isAccepted(first), await isAccepted(second)]).toEqual([false, true]);
  expect(statSync(tokenFile).mode & 0o777).toBe(0o600);
  opened.setNow("2027-02-15T00:00:00.000Z");
  await prepareFirstStart(opened.context, { dataFolder });
  const third = readFileSync(tokenFile, "utf8").trim();
  expect([await isAccepted(second), await isAccepted(third)]).toEqual([false, true]);
  expect(readdirSync(dataFolder)).toEqual(["admin-token"]);
  opened.setNow("2026-03-01T09:00:00.000Z");
});

test("an address that others reach is refused until somebody can sign in", async () => {
  await requireSafeAddress(opened.context, "127.0.0.1");
  await requireSafeAddress(opened.context, "::1");
  const refusal = { code: "TS_ADDRESS_NOT_SAFE" };
  await expect(requireSafeAddress(opened.context, "0.0.0.0")).rejects.toMatchObject(refusal);
  await expect(requireSafeAddress(opened.context, "192.0.2.1")).rejects.toMatchObject(refusal);
  const { kysely } = opened.context.database;
  const person = { id: newId(), kind: "person", name: "no way in", printed_name: "No way in" } as const;
  await kysely.insertInto("principal").values(person).execute();
  await expect(requireSafeAddress(opened.context, "0.0.0.0")).rejects.toMatchObject(refusal);
  await opened.person("somebody", "admin");
  await requireSafeAddress(opened.context, "0.0.0.0");
});
