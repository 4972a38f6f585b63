import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyseTrend, scoreOfCounts } from "@touchstone/quality";
import { databaseKinds } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { metricsDocument } from "../../test/metrics-document.ts";
import { createTestServer, TEST_PASSWORD, type TestCaller, type TestServer } from "../../test/test-server.ts";
import type { ScoreChart } from "./score-chart-schema.ts";

const EXAMPLE = readFileSync(join(import.meta.dirname, "../../../quality/assays/germline-wgs.yaml"), "utf8");
const SIGNATURE = { meaning: "reviewed and approved", password: TEST_PASSWORD };
/** Truth records of 10,000 that each run of the second version missed; the last one misses the threshold of 0.995. */
const MISSED = [6, 5, 8, 9, 12, 10, 14, 17, 15, 19, 22, 60];
const FIRST_VERSION_RUNS = 3;
const time = (run: number) => new Date(Date.UTC(2026, 0, 1 + run)).toISOString();
const runName = (run: number) => `R${String(run).padStart(2, "0")}`;
const missedBy = (run: number) => (run < FIRST_VERSION_RUNS ? 300 : (MISSED[run - FIRST_VERSION_RUNS] ?? 0));
const RUNS = FIRST_VERSION_RUNS + MISSED.length;

describe.each(databaseKinds)("charts of scores on %s", (kind) => {
  let opened: TestServer;
  let pipeline: TestCaller;
  let assayId: string;
  let truthSetId: string;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    pipeline = await opened.program("ingest", "read", "review");
    const author = await opened.person("author", "reviewer");
    const director = await opened.person("director", "director");
    const truthSet = { name: "T", version: "1", reference: "GRCh38", vcfSha256: "a".repeat(64) };
    truthSetId = (await pipeline.post("/truth-sets", truthSet)).json().id;
    const definition = EXAMPLE.replace("mark: EXAMPLE\n", "")
      .replaceAll("laboratory's own choice, example only", "validation report 7")
      .replace("germline-wgs-example", "germline");
    assayId = (await author.post("/assays", { definition })).json().id;
    expect((await director.post(`/assays/${assayId}/approve`, SIGNATURE)).statusCode).toBe(200);
    for (let run = 0; run < RUNS; run++) {
      const missed = missedBy(run);
      const of = { truthTp: 10_000 - missed, truthFn: missed, queryTp: 10_000 - missed, queryFp: 5 };
      const version = run < FIRST_VERSION_RUNS ? "1.0.0" : "2.0.0";
      const made = {
        ...{ name: runName(run), status: "succeeded", performedAt: time(run), assay: { name: "germline" } },
        pipelineVersion: { pipeline: "germline", version },
      };
      const files = [{ name: "metrics.json", document: metricsDocument({ SNP: of }) }];
      const taken = await pipeline.post("/concordance", { run: made, truthSet: { name: "T", version: "1" }, files });
      expect(taken.statusCode, taken.body).toBe(201);
    }
    const service = { kind: "service", happenedAt: time(1), description: "new lamp", assayId };
    expect((await pipeline.post("/change-events", service)).statusCode).toBe(201);
  }, 60_000);

  afterAll(() => opened.remove());

  async function chart(more: Record<string, string> = {}): Promise<ScoreChart> {
    const query = { assayId, truthSetId, variantType: "SNP", ...more };
    const answer = await pipeline.get("/charts/scores", { query });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  }

  function valuesOf(score: "recall" | "precision" | "f1", runs: readonly number[]) {
    return runs.map((run) => {
      const tp = 10_000 - missedBy(run);
      return scoreOfCounts(score, { truthTp: tp, truthFn: missedBy(run), queryTp: tp, queryFp: 5 });
    });
  }

  test("every run has its scores with intervals, its version and the verdicts on it", async () => {
    const { points, next, events } = await chart();
    expect(next).toBeNull();
    const runs = [...Array(RUNS).keys()];
    expect(points.map(({ run }) => run.name)).toEqual(runs.map(runName));
    for (const score of ["recall", "precision", "f1"] as const) {
      const expected = valuesOf(score, runs);
      expect(points.map((point) => point[score].value)).toEqual(expected.map(({ value }) => value));
      const bounds = points.map((point) => [point[score].low, point[score].high]);
      if (score !== "f1") expect(bounds).toEqual(expected.map(({ interval }) => interval));
    }
    expect(points.map(({ pipelineVersion }) => pipelineVersion?.version)).toEqual(
      runs.map((run) => (run < FIRST_VERSION_RUNS ? "1.0.0" : "2.0.0")),
    );
    const states = points.map(({ recall }) => recall.state);
    expect(states).toEqual(runs.map((run) => (missedBy(run) <= 50 ? "in control" : "out of control")));
    expect(points.at(-1)?.recall).toMatchObject({
      minimum: 0.995,
      n: 10_000,
      sentence: expect.stringContaining("SNP"),
    });
    expect(events).toMatchObject([{ kind: "service", description: "new lamp", time: time(1) }]);
  });

  test("trends are those of the last run's version, as quality tests them", async () => {
    const { scores, series } = await chart();
    expect(series).toBe("against T 1 by germline 2.0.0");
    const runs = MISSED.map((_, place) => place + FIRST_VERSION_RUNS);
    for (const { score, threshold, trend } of scores) {
      expect(threshold).toMatchObject({ minimum: 0.995, trendHorizonDays: 90 });
      const values = valuesOf(score, runs).map(({ value }) => value);
      const limit = { value: 0.995, badSide: "below" } as const;
      const positions = runs.map((run) => run - FIRST_VERSION_RUNS);
      const expected = analyseTrend(values, positions, [], { threshold: limit, horizon: 90 });
      expect(trend).toMatchObject({
        ...{ from: runName(FIRST_VERSION_RUNS), to: runName(RUNS - 1), n: MISSED.length, since: time(1) },
        mannKendall: { s: expected.test.s, p: expected.test.p?.twoSided, levelOfLook: expected.levelOfLook },
        sen: { slopePerDay: expected.sen.slope, low: expected.sen.interval?.[0], high: expected.sen.interval?.[1] },
        crossing: { state: expected.crossing?.state, days: expected.crossing?.time },
        verdict: expected.verdict,
      });
    }
    const recall = scores.find(({ score }) => score === "recall");
    expect(recall?.trend?.verdict.state).toBe("decline");
    expect(recall?.trend?.sen?.intercept).toBeGreaterThan(0.999);
    const { at, days } = recall?.trend?.crossing ?? {};
    expect(at).toBe(new Date(Date.parse(time(FIRST_VERSION_RUNS)) + (days ?? 0) * 86_400_000).toISOString());
  });

  test("a trend begins anew with a change, and one of few runs is not evaluable", async () => {
    const { scores } = await chart({ pipelineVersionId: (await chart()).points[0]?.pipelineVersion?.id ?? "" });
    for (const { trend } of scores) {
      expect(trend).toMatchObject({ from: "R01", n: 2, since: time(1), verdict: { state: "not evaluable" } });
    }
  });

  test("older runs come page by page, without trends", async () => {
    const first = await chart({ limit: "10" });
    expect(first.points.map(({ run }) => run.name)).toEqual([...Array(10).keys()].map((run) => runName(run + 5)));
    const second = await chart({ limit: "10", cursor: first.next ?? "" });
    expect(second.points.map(({ run }) => run.name)).toEqual([...Array(5).keys()].map(runName));
    expect(second.scores.map(({ trend }) => trend)).toEqual([null, null, null]);
    expect(second.next).toBeNull();
  });

  test("records that no comparison has make points without values, and nothing is made up for them", async () => {
    const { points, scores } = await chart({ variantType: "INDEL" });
    expect(points).toHaveLength(RUNS);
    expect(points.every(({ recall, f1 }) => recall.value === null && recall.n === null && f1.value === null)).toBe(
      true,
    );
    expect(points[0]?.recall).toMatchObject({ state: "not evaluable", reason: "stratum missing" });
    expect(scores.map(({ trend }) => trend)).toEqual([null, null, null]);
    const none = await chart({ format: "hap.py" });
    expect(none).toMatchObject({ points: [], events: [], series: null, next: null });
  });
});
