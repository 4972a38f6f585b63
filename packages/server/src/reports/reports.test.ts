import { readFileSync } from "node:fs";
import { sharedData, sharedDataAvailable } from "@touchstone/test-support";
import { databaseKinds } from "@touchstone/test-support/databases";
import { compareGeneratedReplicates } from "@touchstone/test-support/replicates";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ingestRequest, prepareIngesting } from "../../test/ingested.ts";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";

const HOSTILE = "<img onerror=alert(1)>";
const SHOWN = "&lt;img onerror=alert(1)&gt;";

const SHARED_CALLS = "hg002-grch38-chr20-1Mb";

describe.each(databaseKinds)("reports from the API on %s", (kind) => {
  let opened: TestServer;
  let program: TestCaller;
  let reader: TestCaller;
  let director: TestCaller;
  let comparisonId: string;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    await prepareIngesting(opened);
    program = await opened.program("ingest", "read", "review");
    reader = await opened.program("read");
    director = await opened.person("second director", "director");
    const request = ingestRequest(1);
    const taken = await program.post("/concordance", {
      ...request,
      run: { ...(request.run as object), name: HOSTILE },
    });
    expect(taken.statusCode, taken.body).toBe(201);
    comparisonId = taken.json().id;
  });

  afterAll(() => opened.remove());

  async function pageOf(caller: TestCaller, path: string): Promise<string> {
    const answer = await caller.get(path);
    expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200);
    expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(answer.headers["cache-control"]).toBe("no-store");
    const policy = String(answer.headers["content-security-policy"]);
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(answer.body).not.toContain("<img");
    expect(answer.body).not.toContain("<script");
    return answer.body;
  }

  const ofRun = `/runs/${encodeURIComponent(HOSTILE)}/report`;

  test("a run's page has its verdicts and scores, its name as text, and the trail only for who may read it", async () => {
    const page = await pageOf(reader, ofRun);
    expect(page).toContain(`<h1>${SHOWN}</h1>`);
    expect(page).toContain('<data value="9001">');
    expect(page.match(/<td class="text">in control<\/td>/g)).toHaveLength(6);
    expect(page).toContain("may not read the trail");
    expect(await pageOf(director, ofRun)).toContain("Rows about this run");
  });

  test("a comparison's page has its numbers, its run and a verdict on each threshold", async () => {
    const page = await pageOf(reader, `/concordance/${comparisonId}/report`);
    expect(page).toContain(`<dt>Run</dt><dd>${SHOWN}, performed`);
    expect(page).toContain("Verdicts by threshold");
    const { verdicts, scores } = (await reader.get(`/concordance/${comparisonId}`)).json();
    expect(verdicts).toHaveLength(6);
    for (const { sentence } of verdicts) expect(page).toContain(sentence);
    for (const { recall, f1 } of scores) {
      expect(page).toContain(`<data value="${recall}">`);
      expect(page).toContain(`<data value="${f1}">`);
    }
  });

  test.skipIf(!sharedDataAvailable(SHARED_CALLS))("a comparison by hap.py has that program's numbers", async () => {
    const files = ["happy-vcfeval.summary.csv", "happy-vcfeval.extended.csv"].map((name) => {
      return { name, content: readFileSync(sharedData(`${SHARED_CALLS}/expected/${name}`), "utf8") };
    });
    const run = { name: "by hap.py", performedAt: "2026-01-05T00:00:00Z" };
    const taken = await program.post("/concordance", { run, truthSet: { name: "T", version: "1" }, files });
    expect(taken.statusCode, taken.body).toBe(201);
    const page = await pageOf(reader, `/concordance/${taken.json().id}/report`);
    expect(page).toContain("Counted by hap.py");
    // As printed in happy-vcfeval.summary.csv: TP and FN of the truth of SNP.
    expect(page).toContain('<data value="1735">');
    expect(page).toContain('<data value="599">');
    // A run of no assay has no thresholds.
    expect(taken.json().verdicts).toMatchObject([{ state: "not evaluable", threshold: null }]);
    expect(page).toContain("–<small>no threshold</small>");
  });

  test("a study's page has its ICC and its worst variants", async () => {
    const files = await compareGeneratedReplicates({ seed: 6, runs: 3, variants: 60, noise: 0.02, depth: 80 });
    const document = JSON.parse(String(files.get("reproducibility.json")));
    const taken = await program.post("/reproducibility", {
      run: { name: "study", performedAt: "2026-01-06T00:00:00Z" },
      files: [
        { name: "x.reproducibility.json", document },
        {
          name: "x.variants.tsv.gz",
          contentBase64: Buffer.from(files.get("variants.tsv.gz") ?? "").toString("base64"),
        },
      ],
    });
    expect(taken.statusCode, taken.body).toBe(201);
    const page = await pageOf(reader, `/reproducibility/${taken.json().id}/report`);
    expect(page).toContain(`<data value="${document.strata[0].icc.agreement.value}">`);
    expect(page).toContain("The 20 with the largest CV");
  });

  test("what is not there is a problem document", async () => {
    const nobody = "00000000-0000-7000-8000-000000000000";
    for (const path of [`/runs/none/report`, `/concordance/${nobody}/report`, `/reproducibility/${nobody}/report`]) {
      const answer = await reader.get(path);
      expect([answer.statusCode, answer.json().code], path).toEqual([404, "TS_NOT_FOUND"]);
    }
  });
});
