import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTestFolder, removeTestFolder } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commandsOn, type Printed, serveFolder } from "./served-folder.ts";

let dataFolder: string;
let touchstone: (...argv: string[]) => Promise<Printed>;

beforeAll(async () => {
  dataFolder = await createTestFolder();
  touchstone = commandsOn(dataFolder);
});

afterAll(() => removeTestFolder(dataFolder));

test("people and tokens are kept in a folder that nobody serves", async () => {
  const added = await touchstone("token", "create", "--for", "pipeline", "--scope", "read,ingest", "--json");
  expect(added).toMatchObject({ exitCode: 0, err: "" });
  expect(JSON.parse(added.out)).toMatchObject({ name: "pipeline", scopes: ["read", "ingest"] });
  const listed = await touchstone("token", "list");
  expect(listed.out).toContain("pipeline");
  expect(listed.out).not.toContain(JSON.parse(added.out).token);
  expect((await touchstone("runs", "list")).out).toBe("There are no such runs.\n");
  const refused = await touchstone("user", "add", "r.franklin");
  expect(refused).toMatchObject({ exitCode: 2, out: "" });
});

test("a server serves the folder, and other commands reach the records through it", async () => {
  const { server, address, log, stop } = await serveFolder(dataFolder);
  try {
    const token = JSON.parse(
      (await touchstone("token", "create", "--for", "p2", "--scope", "ingest", "--json")).out,
    ).token;
    const answer = await fetch(`${address}/api/v1/runs`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ name: "2026-01-31_HG002" }),
    });
    expect(answer.status).toBe(201);
    expect((await touchstone("runs", "list")).out).toContain("2026-01-31_HG002");
    const shown = await touchstone("runs", "show", "2026-01-31_HG002");
    expect(shown.out).toContain("Results    held");
    const missing = await touchstone("runs", "show", "none");
    expect(missing).toMatchObject({ exitCode: 66, out: "" });
    expect(missing.err).toContain("TS_NOT_FOUND");
    const holder = readFileSync(join(dataFolder, "database.lock"), "utf8");
    expect(JSON.parse(holder)).toMatchObject({ pid: server.pid, address });
    expect(log()).not.toContain(token);
  } finally {
    await stop();
  }
  expect(existsSync(join(dataFolder, "database.lock"))).toBe(false);
  const anchors = ["--anchor", join(dataFolder, "audit-anchors.jsonl")];
  const key = ["--key", join(dataFolder, "audit-anchor-key.pem.pub")];
  const verified = JSON.parse((await touchstone("audit", "verify", ...anchors, ...key, "--json")).out);
  expect(verified).toMatchObject({ holds: true, anchors: 1 });
  expect(verified.provenTo).toBe(verified.to);
  expect((await touchstone("runs", "list")).out).toContain("2026-01-31_HG002");
});

test("a server that was killed leaves nothing in the way", async () => {
  const { stop } = await serveFolder(dataFolder);
  await stop("SIGKILL");
  expect((await touchstone("runs", "list")).out).toContain("2026-01-31_HG002");
});

test("an address that others reach is refused while nobody can sign in", async () => {
  const refused = await touchstone("serve", "--host", "0.0.0.0", "--port", "0");
  expect(refused).toMatchObject({ exitCode: 2, out: "" });
  expect(refused.err).toContain("TS_ADDRESS_NOT_SAFE");
});
