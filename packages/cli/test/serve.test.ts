import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startS3Stub } from "@touchstone/test-support";
import { createTestFolder, removeTestFolder } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
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

test("files of runs and anchors can be kept in S3", async () => {
  const stub = await startS3Stub();
  const place = `s3://${stub.bucketName}/anchors`;
  const key = join(dataFolder, "s3-anchor-key.pem");
  const env = { ...stub.environment, TOUCHSTONE_OBJECTS: `s3://${stub.bucketName}/files` };
  const { address, token, stop } = await serveFolder(dataFolder, {
    argv: ["--anchor", place, "--anchor-key", key],
    env,
  });
  try {
    const headers = { authorization: `Bearer ${token}` };
    const added = await fetch(`${address}/api/v1/runs`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({ name: "run with a file" }),
    });
    expect(added.status).toBe(201);
    const uploaded = await fetch(
      `${address}/api/v1/runs/run%20with%20a%20file/artifacts/upload?kind=report&name=notes.txt`,
      { method: "POST", headers: { ...headers, "content-type": "application/octet-stream" }, body: "some notes" },
    );
    expect(uploaded.status, await uploaded.clone().text()).toBe(201);
    const { id } = (await uploaded.json()) as { id: string };
    const content = await fetch(`${address}/api/v1/artifacts/${id}/content`, { headers });
    expect(await content.text()).toBe("some notes");
  } finally {
    await stop();
  }
  for (const [name, value] of Object.entries(stub.environment)) vi.stubEnv(name, value);
  const anchors = ["--anchor", place, "--key", `${key}.pub`];
  const verified = JSON.parse((await touchstone("audit", "verify", ...anchors, "--json")).out);
  expect(verified).toMatchObject({ holds: true, anchors: 1, rejected: [] });
  expect(verified.provenTo).toBe(verified.to);
  const again = await touchstone("audit", "anchor", "--anchor", place, "--key", key);
  expect(again.out).toContain("there is nothing to anchor");
  vi.unstubAllEnvs();
  await stub.close();
});

test.each([
  ["runs", "list"],
  ["ingest", "controls.csv"],
  ["audit", "verify"],
])("a server that was killed leaves nothing in the way of touchstone %s %s", async (...argv) => {
  const { stop } = await serveFolder(dataFolder);
  await stop("SIGKILL");
  expect(existsSync(join(dataFolder, "database.lock"))).toBe(true);
  const table = join(dataFolder, "controls.csv");
  writeFileSync(table, "run,time,material,analyte,value\nR1,2026-01-31,HD200,EGFR L858R,0.05\n");
  const named = argv.map((word) => (word === "controls.csv" ? table : word));
  const { exitCode, out, err } = await touchstone(...named, "--json");
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
  expect(JSON.parse(out)).toBeTypeOf("object");
});

test("nor in the way of another server", async () => {
  await (await serveFolder(dataFolder)).stop("SIGKILL");
  const { client, stop } = await serveFolder(dataFolder);
  const { data } = await client.GET("/api/v1/runs", { params: { query: { limit: 10 } } });
  expect(data?.items.map(({ name }) => name)).toContain("2026-01-31_HG002");
  await stop();
});

test("an address that others reach is refused while nobody can sign in", async () => {
  const refused = await touchstone("serve", "--host", "0.0.0.0", "--port", "0");
  expect(refused).toMatchObject({ exitCode: 2, out: "" });
  expect(refused.err).toContain("TS_ADDRESS_NOT_SAFE");
});
