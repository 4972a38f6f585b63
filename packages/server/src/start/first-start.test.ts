import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

test("an address that others reach is refused until somebody can sign in", async () => {
  await requireSafeAddress(opened.context, "127.0.0.1");
  await requireSafeAddress(opened.context, "::1");
  const refusal = { code: "TS_ADDRESS_NOT_SAFE" };
  await expect(requireSafeAddress(opened.context, "0.0.0.0")).rejects.toMatchObject(refusal);
  await expect(requireSafeAddress(opened.context, "192.0.2.1")).rejects.toMatchObject(refusal);
  await opened.person("somebody", "admin");
  await requireSafeAddress(opened.context, "0.0.0.0");
});
