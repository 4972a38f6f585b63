import { randomBytes } from "node:crypto";
import { pythonAvailable } from "@touchstone/test-support";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roles } from "../../src/access/rights.ts";
import { createTestServer, TEST_PASSWORD, type TestCaller, type TestServer } from "../test-server.ts";
import { addExampleRecords } from "./add-example-records.ts";
import type { SchemathesisOptions } from "./configuration.ts";
import { documentWithExamples } from "./document-with-examples.ts";
import { ExampleRecords, type ExampleValues } from "./example-values.ts";
import { type Operation, operationsOf } from "./operations.ts";
import { runSchemathesis, type SchemathesisReport } from "./run-schemathesis.ts";

/** Not those that follow a record from operation to operation, since no links say how. */
const CHECKS = [
  "not_a_server_error",
  "status_code_conformance",
  "content_type_conformance",
  "response_schema_conformance",
  "response_headers_conformance",
  "negative_data_rejection",
  "positive_data_acceptance",
  "missing_required_header",
  "unsupported_method",
  "allow_header_conformance",
  "ignored_auth",
];

/** An answer without an end: nothing to check it by. */
const ENDLESS = ["streamEvents"];
/** What needs a provider of identities, which is not here. */
const OF_PROVIDERS = ["beginOidcSignIn", "finishOidcSignIn", "beginReauthentication"];
/** What ends the session that asks, or may: only programs ask, who have none. */
const ENDING = ["endSession", "endSessions", "changePassword"];
/** What only people may do, beside signing. */
const OF_PEOPLE = ["getCaller", "listSessions", "beginReauthentication"];

/** More of them find more, in more time: `SCHEMATHESIS_EXAMPLES=50 SCHEMATHESIS_SEED=7 vitest run ...`. */
const examples = Number(process.env.SCHEMATHESIS_EXAMPLES ?? 4);
const seed = Number(process.env.SCHEMATHESIS_SEED ?? 1);
const patience = 600_000 + 60_000 * examples;

describe.runIf(pythonAvailable())("Schemathesis over the whole OpenAPI document", () => {
  let opened: TestServer;
  let operations: Operation[];
  let before: ReadonlyMap<string, number>;
  let ask: (options: Pick<SchemathesisOptions, "credentials" | "operationIds">) => Promise<SchemathesisReport>;

  beforeAll(async () => {
    opened = await createTestServer("pglite", {
      requestsPerMinute: 1_000_000,
      secretKey: randomBytes(32),
      secureCookies: false,
      mail: { url: "smtp://127.0.0.1:1", from: "Touchstone <touchstone@laboratory.example>" },
    });
    const taken = await addExampleRecords(opened);
    const document = opened.server.swagger();
    operations = operationsOf(document);
    const records = new ExampleRecords(operations, await opened.program("read", "ingest", "admin"));
    const valuesOfPath = new Map<string, ExampleValues>();
    for (const { path } of operations) valuesOfPath.set(path, await records.ofPath(path));
    const passwords = ["body.password", "body.signature.password"].map((field) => [field, [TEST_PASSWORD]]);
    const values = { ...(await records.ofNames()), ...Object.fromEntries(passwords) };
    const refusing = operations.filter(({ mayRefuse }) => mayRefuse).map(({ operationId }) => operationId);
    before = await successesOf(opened);
    const origin = await opened.server.listen({ port: 0, host: "127.0.0.1" });
    ask = (options) =>
      runSchemathesis(origin, documentWithExamples(document, valuesOfPath, taken), {
        ...options,
        ...{ checks: CHECKS, refusing, lockingOut: ["revokeToken"], examples, seed, values, valuesOfPath },
      });
  });

  afterAll(() => opened.remove());

  async function expectNoFinding(caller: TestCaller, { text, ...report }: SchemathesisReport, expected: number) {
    expect(report, text).toMatchObject({ failures: [], errors: [], complete: true });
    expect(report.operations, text).toMatchObject({ total: operations.length, selected: expected, tested: expected });
    expect((await caller.get("/session")).statusCode, "the caller was locked out, so that nothing was asked").toBe(200);
  }

  test(
    "no answer to somebody who signs is an error of the server, or other than the document says",
    async () => {
      const director = await opened.person("director of all roles", ...roles);
      const asked = operations.filter(
        ({ operationId, access }) => access === "sign" || OF_PEOPLE.includes(operationId),
      );
      const operationIds = asked.map(({ operationId }) => operationId);
      const headers = await director.headers();
      await expectNoFinding(director, await ask({ credentials: { headers }, operationIds }), asked.length);
    },
    patience,
  );

  test(
    "nor is any answer to a program",
    async () => {
      const program = await opened.program("read", "ingest", "review", "admin");
      const token = (await program.headers()).authorization?.replace("Bearer ", "") ?? "";
      const asked = operations.filter(({ operationId }) => !ENDLESS.includes(operationId));
      const operationIds = asked.map(({ operationId }) => operationId);
      await expectNoFinding(program, await ask({ credentials: { token }, operationIds }), asked.length);
    },
    patience,
  );

  test("every operation was carried out at least once", async () => {
    const after = await successesOf(opened);
    const excepted = [...ENDLESS, ...OF_PROVIDERS, ...ENDING];
    const never = operations.filter(({ operationId, method, path }) => {
      const operation = `${method} ${path}`;
      return !excepted.includes(operationId) && (after.get(operation) ?? 0) === (before.get(operation) ?? 0);
    });
    const advice = "add a record to add-example-records.ts, so that the address leads to something";
    expect(
      never.map(({ operationId }) => operationId),
      advice,
    ).toEqual([]);
  });
});

/** How often each operation, as `GET /api/v1/runs/{run}`, answered with success. */
async function successesOf({ server }: TestServer): Promise<Map<string, number>> {
  const metric = await server.metrics.getSingleMetric("touchstone_http_request_duration_seconds")?.get();
  const successes = new Map<string, number>();
  for (const { labels, value, ...rest } of metric?.values ?? []) {
    if (!("metricName" in rest && String(rest.metricName).endsWith("_count"))) continue;
    if (!String(labels.status).startsWith("2")) continue;
    const operation = `${labels.method} ${String(labels.route).replaceAll(/:([A-Za-z]+)/g, "{$1}")}`;
    successes.set(operation, (successes.get(operation) ?? 0) + value);
  }
  return successes;
}
