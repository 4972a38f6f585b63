import { randomBytes } from "node:crypto";
import { newId } from "@touchstone/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { roles } from "../src/access/rights.ts";
import { listOperationsOf } from "./list-operations.ts";
import { addExampleRecords } from "./schemathesis/add-example-records.ts";
import { ExampleRecords } from "./schemathesis/example-values.ts";
import { operationsOf } from "./schemathesis/operations.ts";
import { createTestServer, type TestCaller, type TestServer } from "./test-server.ts";

/** Values in every place of a cursor, none of which fits all places of any list. */
const VALUES = ["x", "", -1, 0.5, 1e300, "2026-02-30T00:00:00.000Z", "infinity", newId(), "\0", null];
const MOST_PLACES = 6;
/** What a list cannot be asked without. */
const NEEDED: Readonly<Record<string, Record<string, string>>> = {
  getScoreChart: { assayId: newId(), truthSetId: newId(), variantType: "SNP" },
  listDiscordantVariants: { presentIn: newId() },
  getLeveyJenningsChart: { material: "HD200", analyte: "EGFR L858R" },
};

let opened: TestServer;
let caller: TestCaller;

beforeAll(async () => {
  opened = await createTestServer("pglite", {
    requestsPerMinute: 1_000_000,
    secretKey: randomBytes(32),
    mail: { url: "smtp://127.0.0.1:1", from: "Touchstone <touchstone@laboratory.example>" },
  });
  await addExampleRecords(opened);
  caller = await opened.person("of all roles", ...roles);
});

afterAll(() => opened.remove());

test("a cursor that somebody made up is never an error of the server", async () => {
  const document = opened.server.swagger();
  const records = new ExampleRecords(operationsOf(document), caller);
  const errors: string[] = [];
  let refused = 0;
  const lists = listOperationsOf(document).filter(({ parameters }) => parameters.some(({ name }) => name === "cursor"));
  for (const { operationId, path } of lists) {
    const values = Object.values(await records.ofPath(path));
    const address = path.replace("/api/v1", "").replaceAll(/\{[^}]+\}/g, () => String(values.shift()?.[0]));
    for (const value of VALUES) {
      for (let places = 1; places <= MOST_PLACES; places++) {
        const cursor = Buffer.from(JSON.stringify(Array(places).fill(value))).toString("base64url");
        const answer = await caller.get(address, { query: { ...NEEDED[operationId], cursor } });
        if (answer.statusCode === 400 && answer.json().errors[0].pointer === "/query/cursor") refused++;
        else if (answer.statusCode !== 200) errors.push(`${address} ${JSON.stringify(value)} ${answer.body}`);
      }
    }
  }
  expect(errors).toEqual([]);
  expect(refused).toBeGreaterThan(lists.length * VALUES.length * (MOST_PLACES - 1));
}, 600_000);
