import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readAssay } from "@touchstone/quality";
import { databaseKinds } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, TEST_PASSWORD, type TestCaller, type TestServer } from "../../test/test-server.ts";

const EXAMPLE = readFileSync(join(import.meta.dirname, "../../../quality/assays/germline-wgs.yaml"), "utf8");
const SIGNATURE = { meaning: "reviewed and approved", password: TEST_PASSWORD };

/** The example as a laboratory makes it its own. */
function own(name: string, version = 1): string {
  return EXAMPLE.replace("mark: EXAMPLE\n", "")
    .replaceAll("laboratory's own choice, example only", "validation report 7, table 2")
    .replace("name: germline-wgs-example", `name: ${name}`)
    .replace("version: 1\n", `version: ${version}\n`);
}

describe.each(databaseKinds)("assays, thresholds and truth sets on %s", (kind) => {
  let opened: TestServer;
  let pipeline: TestCaller;
  let author: TestCaller;
  let director: TestCaller;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    pipeline = await opened.program("ingest", "read", "review");
    author = await opened.person("author", "reviewer");
    director = await opened.person("director", "director");
  });

  afterAll(() => opened.remove());

  async function approved(name: string, version = 1): Promise<{ id: string }> {
    const created = await author.post("/assays", { definition: own(name, version) });
    expect(created.statusCode, created.body).toBe(201);
    const answer = await director.post(`/assays/${created.json().id}/approve`, SIGNATURE);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  }

  test("a definition is kept as it was sent, and is the same in any layout", async () => {
    const created = await author.post("/assays", { definition: own("layout") });
    expect(created.statusCode, created.body).toBe(201);
    const { document, contentSha256 } = readAssay(own("layout"), "own.yaml");
    expect(created.json()).toMatchObject({
      name: "layout",
      version: 1,
      status: "draft",
      isExample: false,
      contentSha256,
      document,
      source: own("layout"),
      proposedBy: author.principalId,
      obstacles: [],
      approval: null,
    });
    const asJson = await pipeline.post("/assays", { definition: document });
    expect([asJson.statusCode, asJson.json()]).toEqual([200, created.json()]);
    const listed = await pipeline.get("/assays", { query: { name: "layout" } });
    expect(listed.json().items.map(({ id }: { id: string }) => id)).toEqual([created.json().id]);
    expect(listed.json().items[0].document).toBeUndefined();
  });

  test.each([
    ["name", " ", "name"],
    ["name", "x".repeat(201), "name"],
    ["version", 2 ** 31, "version"],
  ])("a %s that no record keeps is refused: %j", async (field, value, place) => {
    const ruleSet = { schema: "touchstone/rule-set/1", name: "kept", version: 1, rules: ["1-3s"], [field]: value };
    const refused = await author.post("/rule-sets", { definition: ruleSet });
    expect([refused.statusCode, refused.json().code]).toEqual([422, "TS_DEFINITION_INVALID"]);
    expect(refused.json().detail).toContain(`(${place})`);
  });

  test("what is wrong with a definition is named by line and by pointer", async () => {
    const wrong = await author.post("/assays", {
      definition: own("wrong").replace("score: recall", "score: accuracy"),
    });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.json()).toMatchObject({ code: "TS_DEFINITION_INVALID", errors: [{ pointer: "/thresholds/1/score" }] });
    expect(wrong.json().detail).toMatch(/^definition:\d+, column \d+ \(thresholds\.1\.score\): "accuracy" is none of/);
    const uncounted = own("wrong")
      .replace(/ {4}observations: &perfect995[\s\S]*?reaches 0.995"\n/, "")
      .replaceAll(/ {4}observations: \*perfect995\n/g, "");
    expect((await author.post("/assays", { definition: uncounted })).json().code).toBe("TS_RULE_ON_SCORE");
  });

  test("an example is not approvable unedited, nor by whoever proposed it, nor by a token", async () => {
    const example = await author.post("/assays", { definition: EXAMPLE });
    expect(example.json()).toMatchObject({ isExample: true, status: "draft" });
    expect(example.json().obstacles.length).toBeGreaterThan(5);
    expect(example.json().obstacles[0].pointer).toBe("/mark");
    const refused = await director.post(`/assays/${example.json().id}/approve`, SIGNATURE);
    expect([refused.statusCode, refused.json().code]).toEqual([422, "TS_ASSAY_NOT_APPROVABLE"]);
    const { id } = (await author.post("/assays", { definition: own("two people") })).json();
    const alone = await author.post(`/assays/${id}/approve`, SIGNATURE);
    expect([alone.statusCode, alone.json().code]).toEqual([403, "TS_FORBIDDEN"]);
    expect((await pipeline.post(`/assays/${id}/approve`, SIGNATURE)).statusCode).toBe(403);
    const wrongPassword = await director.post(`/assays/${id}/approve`, { ...SIGNATURE, password: "guess" });
    expect(wrongPassword.json().code).toBe("TS_SIGN_IN_REFUSED");
    expect((await author.get(`/assays/${id}`)).json().status).toBe("draft");
  });

  test("an approved assay brings its thresholds into force, and the next version takes its place", async () => {
    const first = await approved("germline");
    expect(first).toMatchObject({
      status: "approved",
      approval: {
        printedName: "director (printed)",
        meaning: "reviewed and approved",
        principalId: director.principalId,
      },
    });
    const { items: listed } = (await pipeline.get("/assays", { query: { name: "germline" } })).json();
    expect(listed).toMatchObject([{ version: 1, approvedBy: "director (printed)" }]);
    const thresholds = async (assayId: string) => {
      const { items } = (await pipeline.get("/thresholds", { query: { assayId, status: "approved" } })).json();
      return items.map((one: Record<string, unknown>) => [
        one.score,
        one.variantType,
        one.stratum,
        one.stage,
        one.minimum,
        one.observations,
        one.trendHorizonDays,
        one.citation,
      ]);
    };
    const expected = [
      ["f1", "INDEL", "*", "routine", 0.99, 381, 90, "validation report 7, table 2"],
      ["f1", "SNP", "*", "routine", 0.995, 765, 90, "validation report 7, table 2"],
      ["precision", "INDEL", "*", "routine", 0.99, 381, 90, "validation report 7, table 2"],
      ["precision", "SNP", "*", "routine", 0.995, 765, 90, "validation report 7, table 2"],
      ["recall", "INDEL", "*", "routine", 0.99, 381, 90, "validation report 7, table 2"],
      ["recall", "SNP", "*", "routine", 0.995, 765, 90, "validation report 7, table 2"],
    ];
    expect(await thresholds(first.id)).toEqual(expected);
    const skipped = await author.post("/assays", { definition: own("germline", 3) });
    expect([skipped.statusCode, skipped.json().errors[0].pointer]).toEqual([409, "/body/definition/version"]);
    const draft = await author.post("/assays", { definition: own("germline", 2) });
    expect(draft.statusCode, draft.body).toBe(201);
    const run = await pipeline.post("/runs", { name: "while v2 is a draft", assay: { name: "germline" } });
    expect(run.json().assay.version).toBe(1);
    await director.post(`/assays/${draft.json().id}/approve`, SIGNATURE);
    expect((await pipeline.get(`/assays/${first.id}`)).json().status).toBe("retired");
    expect(await thresholds(draft.json().id)).toEqual(expected);
    expect((await pipeline.post("/runs", { name: "under v2", assay: { name: "germline" } })).json().assay.version).toBe(
      2,
    );
    const retired = await author.post(`/assays/${draft.json().id}/retire`, { reason: "replaced by another test" });
    expect(retired.json().status).toBe("retired");
    const none = await pipeline.post("/runs", { name: "under none", assay: { name: "germline" } });
    expect(none.json().errors[0].pointer).toBe("/body/assay");
    const approvals = await opened.context.database.kysely
      .selectFrom("audit_event")
      .select("action")
      .where("subject_id", "=", first.id)
      .orderBy("sequence")
      .execute();
    expect(approvals.map(({ action }) => action)).toEqual(["assay.create", "assay.approve", "assay.retire"]);
  });

  test("a threshold is proposed by one person, approved by another, and takes the place of the one in force", async () => {
    const { id: assayId } = await approved("thresholds");
    const request = {
      assay: { name: "thresholds" },
      score: "recall",
      variantType: "SNV",
      minimum: 0.999,
      observations: 2000,
      citation: "validation report 8",
    };
    const draft = await author.post("/thresholds", request);
    expect(draft.statusCode, draft.body).toBe(201);
    expect(draft.json()).toMatchObject({ variantType: "SNP", version: 2, status: "draft", stage: "routine" });
    const again = await pipeline.post("/thresholds", request);
    expect([again.statusCode, again.json().id]).toEqual([200, draft.json().id]);
    const path = `/thresholds/${draft.json().id}`;
    expect((await author.post(`${path}/approve`, SIGNATURE)).statusCode).toBe(403);
    const signed = await director.post(`${path}/approve`, SIGNATURE);
    expect(signed.json()).toMatchObject({ status: "approved", approval: { printedName: "director (printed)" } });
    expect((await director.post(`${path}/approve`, SIGNATURE)).statusCode).toBe(409);
    const { items } = (await pipeline.get("/thresholds", { query: { assayId, limit: "500" } })).json();
    const recalls = items.filter((one: Record<string, unknown>) => one.score === "recall" && one.variantType === "SNP");
    expect(
      recalls.map((one: Record<string, unknown>) => [one.version, one.status, one.minimum, one.approvedBy]),
    ).toEqual([
      // The first came into force with its assay, whose signature stands for it.
      [1, "retired", 0.995, null],
      [2, "approved", 0.999, "director (printed)"],
    ]);
    expect((await author.post(`${path}/retire`, { reason: "too strict" })).json().status).toBe("retired");
    expect((await author.post(`${path}/retire`, { reason: "too strict" })).statusCode).toBe(409);
    expect((await author.post("/thresholds", request)).json()).toMatchObject({ version: 3, status: "draft" });
  });

  test("a threshold without observations is refused, and so is one of no assay", async () => {
    await approved("refused");
    const request = {
      assay: { name: "refused" },
      score: "f1",
      variantType: "INDEL",
      minimum: 0.9,
      citation: "report",
    };
    const uncounted = await author.post("/thresholds", request);
    expect(uncounted.statusCode).toBe(422);
    expect(uncounted.json()).toMatchObject({ code: "TS_RULE_ON_SCORE", errors: [{ pointer: "/body/observations" }] });
    const counted = { ...request, observations: 10 };
    expect((await author.post("/thresholds", { ...counted, assay: { name: "x" } })).json().errors[0].pointer).toBe(
      "/body/assay",
    );
    const { citation: _, ...uncited } = counted;
    expect((await author.post("/thresholds", uncited)).json().errors[0].pointer).toBe("/body/citation");
    expect((await author.post("/thresholds", { ...counted, minimum: 1.1 })).json().errors[0].pointer).toBe(
      "/body/minimum",
    );
  });

  test("thresholds are read page by page, each once", async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: Record<string, string> = { limit: "4", ...(cursor === null ? {} : { cursor }) };
      const page: { items: { id: string }[]; next: string | null } = (
        await pipeline.get("/thresholds", { query })
      ).json();
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    const all = await opened.context.database.kysely.selectFrom("threshold").select("id").execute();
    expect(seen.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
  });

  test("a truth set is known by its files, and ends when it is retired", async () => {
    const request = { name: "HG002", version: "4.2.1", reference: "GRCh38", vcfSha256: "a".repeat(64) };
    const created = await pipeline.post("/truth-sets", request);
    expect(created.statusCode, created.body).toBe(201);
    expect(created.json()).toMatchObject({ ...request, regionsSha256: null, material: null, retiredAt: null });
    const again = await pipeline.post("/truth-sets", request);
    expect([again.statusCode, again.json()]).toEqual([200, created.json()]);
    const other = await pipeline.post("/truth-sets", { ...request, regionsSha256: "b".repeat(64) });
    expect([other.statusCode, other.json().errors[0].pointer]).toEqual([409, "/body/regionsSha256"]);
    const unknown = await pipeline.post("/truth-sets", { ...request, version: "5", material: { name: "HG002" } });
    expect(unknown.json().errors[0].pointer).toBe("/body/material");
    await pipeline.post("/truth-sets", { ...request, version: "5" });
    const retired = await author.post(`/truth-sets/${created.json().id}/retire`, { reason: "version 5 is there" });
    expect(retired.json().retiredAt).toBe("2026-03-01T09:00:00.000Z");
    const inUse = await pipeline.get("/truth-sets", { query: { name: "HG002", retired: "false" } });
    expect(inUse.json().items.map(({ version }: { version: string }) => version)).toEqual(["5"]);
    expect((await pipeline.get(`/truth-sets/${created.json().id}`)).json()).toEqual(retired.json());
  });
});
