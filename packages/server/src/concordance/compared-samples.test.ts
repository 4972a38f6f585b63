import { judgeThreshold } from "@touchstone/quality";
import { databaseKinds } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareIngesting } from "../../test/ingested.ts";
import { metricsDocument } from "../../test/metrics-document.ts";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";
import type { TakenComparison } from "./schema.ts";

const SAMPLES = ["HG002_R1", "HG002_R2"];
/** Truth records that each run misses, of 10,000: a decline, and what stays as it is. */
const FALLING = [6, 5, 8, 9, 12, 10, 14, 17, 15, 19, 22, 20];
const STEADY = [8, 7, 8, 9, 7, 8, 8, 7, 9, 8, 7, 8];

describe.each(databaseKinds)("comparisons of several samples of a run on %s", (kind) => {
  let opened: TestServer;
  let program: TestCaller;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    await prepareIngesting(opened);
    program = await opened.program("ingest", "read", "review");
  }, 60_000);

  afterAll(() => opened.remove());

  function take(run: string | object, sample: string | undefined, missed: number, more: object = {}) {
    const side = (fn: number, total: number) => {
      return { truthTp: total - fn, truthFn: fn, queryTp: total - fn, queryFp: 2 };
    };
    return program.post("/concordance", {
      run,
      ...(sample === undefined ? {} : { sample }),
      truthSet: { name: "T", version: "1" },
      files: [{ name: "metrics.json", document: metricsDocument({ SNP: side(missed, 10_000), INDEL: side(2, 1000) }) }],
      ...more,
    });
  }

  async function taken(...given: Parameters<typeof take>): Promise<TakenComparison> {
    const answer = await take(...given);
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json();
  }

  function newRun(name: string, day: number, more: object = {}) {
    const performedAt = `2026-01-${String(day).padStart(2, "0")}T00:00:00Z`;
    return { name, status: "succeeded", performedAt, assay: { name: "germline" }, samples: SAMPLES, ...more };
  }

  const items = async (path: string, query: Record<string, string>) =>
    (await program.get(path, { query })).json().items;

  test("each sample has one in force with a truth set, also where the results are the same", async () => {
    const first = await taken(newRun("pair", 1), "HG002_R1", 10);
    const second = await taken("pair", "HG002_R2", 10);
    expect(second.contentSha256).toBe(first.contentSha256);
    expect([first.sample?.name, second.sample?.name]).toEqual(SAMPLES);
    const again = await take("pair", "HG002_R2", 10);
    expect([again.statusCode, again.json().id]).toEqual([200, second.id]);
    const other = await take("pair", "HG002_R2", 11);
    expect([other.statusCode, other.json().code]).toEqual([409, "TS_CONFLICT"]);
    expect(other.json().detail).toContain("another comparison of HG002_R2 with T 1");
    const third = await taken("pair", "HG002_R2", 11, { supersede: { reason: "wrong VCF" } });
    expect(third.supersedes).toBe(second.id);
    const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort();
    expect(ids(await items("/concordance", { runId: first.run.id }))).toEqual(ids([first, third]));
    expect(ids(await items("/concordance", { runId: first.run.id, sampleId: third.sample?.id ?? "" }))).toEqual([
      third.id,
    ]);
    const unnamed = await taken("pair", undefined, 10);
    expect(unnamed.sample).toBeNull();
    expect(await items("/concordance", { runId: first.run.id })).toHaveLength(3);
  });

  test("a comparison that named no sample is superseded by one of a sample, once", async () => {
    const supersede = { supersede: { reason: "it is of R1" } };
    const unnamed = await taken(newRun("to be named", 4), undefined, 10);
    const named = await taken("to be named", "HG002_R1", 10, supersede);
    expect([named.supersedes, named.sample?.name]).toEqual([unnamed.id, "HG002_R1"]);
    expect((await program.get(`/concordance/${unnamed.id}`)).json().supersededAt).not.toBeNull();
    const runId = named.run.id;
    expect((await items("/concordance", { runId })).map(({ id }: { id: string }) => id)).toEqual([named.id]);
    const again = await take("to be named", "HG002_R1", 10, supersede);
    expect([again.statusCode, again.json().id]).toEqual([200, named.id]);
    // The one of the sample goes before one without.
    const later = await taken("to be named", undefined, 11);
    const corrected = await taken("to be named", "HG002_R1", 12, supersede);
    expect(corrected.supersedes).toBe(named.id);
    const second = await taken("to be named", "HG002_R2", 13, supersede);
    expect(second.supersedes).toBe(later.id);
  });

  test("what would supersede nothing is refused", async () => {
    const supersede = { supersede: { reason: "wrong VCF" } };
    const first = await taken(newRun("nothing to supersede", 5), "HG002_R1", 10);
    for (const sample of ["HG002_R2", undefined]) {
      const refused = await take("nothing to supersede", sample, 11, supersede);
      expect([refused.statusCode, refused.json().code, refused.json().errors[0].pointer]).toEqual([
        409,
        "TS_CONFLICT",
        "/body/supersede",
      ]);
    }
    expect(await items("/concordance", { runId: first.run.id })).toHaveLength(1);
  });

  test("a sample that the run does not name is refused, and any is taken where it names none", async () => {
    const misspelt = await take(newRun("named", 2), "HG002_R3", 10);
    expect([misspelt.statusCode, misspelt.json().errors[0].pointer]).toEqual([400, "/body/sample"]);
    expect(misspelt.json().detail).toContain("HG002_R1, HG002_R2");
    expect((await program.get("/runs/named")).statusCode).toBe(404);
    const { samples: _, ...withoutSamples } = newRun("nameless", 2);
    const found = await taken(withoutSamples, "NA12878", 10);
    expect(found.sample?.name).toBe("NA12878");
    expect((await program.get("/runs/nameless")).json().samples).toEqual([]);
  });

  test("a disposition rests on all samples, and verdicts, alert, record and report tell them apart", async () => {
    const good = await taken(newRun("mixed", 3), "HG002_R1", 10);
    const bad = await taken("mixed", "HG002_R2", 200);
    expect([good.state, bad.state]).toEqual(["in control", "out of control"]);
    const recall = bad.verdicts.find(
      ({ threshold }) => threshold?.score === "recall" && threshold.variantType === "SNP",
    );
    const counts = { truthTp: 9800, truthFn: 200, queryTp: 9800, queryFp: 2 };
    const judged = judgeThreshold({ score: "recall", minimum: 0.995, observations: 765 }, counts, "routine");
    expect(recall?.sentence).toBe(`SNP against T 1 (sample HG002_R2): ${judged.sentence}`);
    const run = (await program.get("/runs/mixed")).json();
    expect(run.proposedDisposition).toBe("held");
    expect(run.proposalReasons.join(" ")).toContain("sample HG002_R2");
    expect(run.proposalReasons.join(" ")).not.toContain("sample HG002_R1");
    const { record } = (await program.get("/runs/mixed/disposition/record")).json();
    expect(record.comparisons.map(({ sample }: { sample: string }) => sample).sort()).toEqual(SAMPLES);
    const report = await program.get("/runs/mixed/report");
    for (const sample of SAMPLES) expect(report.body).toContain(`Scores of ${sample} against T 1`);
    const timeline = await items("/runs/mixed/timeline", { kind: "comparison" });
    expect(timeline.map(({ summary }: { summary: string }) => summary)).toEqual(
      SAMPLES.map((sample) => `${sample} compared with T 1 by touchstone`),
    );
    // Both fall short: one cause, and an occurrence of each sample.
    await taken("mixed", "HG002_R1", 210, { supersede: { reason: "the right VCF" } });
    const alerts = await items("/alerts", { runId: run.id });
    const ofRecall = alerts.filter(({ subject }: { subject: string }) => subject === "recall of SNP, germline");
    expect(ofRecall).toHaveLength(1);
    const { occurrences } = (await program.get(`/alerts/${ofRecall[0].id}`)).json();
    const sentences = occurrences.map(({ sentence }: { sentence: string }) => sentence);
    for (const sample of SAMPLES) expect(sentences.filter((one: string) => one.includes(sample))).toHaveLength(1);
  });

  test("a decline is found in the sample that declines, and the others neither hide nor make it", async () => {
    for (const [day, missed] of FALLING.entries()) {
      const run = newRun(`trend ${day}`, 10 + day, { pipelineVersion: { pipeline: "germline", version: "2.0.0" } });
      await taken(run, "HG002_R1", missed);
      await taken(`trend ${day}`, "HG002_R2", STEADY[day] ?? 0);
    }
    const rows = await opened.context.database.kysely
      .selectFrom("alert")
      .select("subject")
      .where("kind", "=", "predictive")
      .execute();
    expect(new Set(rows.map(({ subject }) => subject))).toEqual(
      new Set(
        ["recall", "f1"].map((score) => `${score} of SNP against T 1 in sample HG002_R1 by germline 2.0.0, germline`),
      ),
    );
    const [one] = await items("/concordance", { limit: "1" });
    const query = {
      assayId: one.assay.id,
      truthSetId: one.truthSet.id,
      variantType: "SNP",
      from: "2026-01-10T00:00:00Z",
    };
    const chart = (await program.get("/charts/scores", { query })).json();
    expect(chart.points).toHaveLength(24);
    const trends = new Map<string, { n: number; s: number }>();
    for (const sample of SAMPLES) {
      const [{ sample: of }] = chart.points.filter(
        (point: { sample: { name: string } }) => point.sample.name === sample,
      );
      const own = (await program.get("/charts/scores", { query: { ...query, sampleId: of.id } })).json();
      expect(own.points.map((point: { sample: { name: string } }) => point.sample.name)).toEqual(
        Array(12).fill(sample),
      );
      expect(own.series).toBe(`against T 1 in sample ${sample} by germline 2.0.0`);
      const { trend } = own.scores.find(({ score }: { score: string }) => score === "recall");
      trends.set(sample, { n: trend.n, s: trend.mannKendall.s });
    }
    expect(trends).toEqual(
      new Map([
        ["HG002_R1", { n: 12, s: mannKendallS(FALLING.map((missed) => -missed)) }],
        ["HG002_R2", { n: 12, s: mannKendallS(STEADY.map((missed) => -missed)) }],
      ]),
    );
  });

  test("the overview rests on every sample of the last run, and on none of earlier runs", async () => {
    await taken(newRun("last", 28, { samples: ["HG002_R1", "HG002_R7"] }), "HG002_R7", 300);
    await taken("last", "HG002_R1", 5);
    const { assays } = (await program.get("/overview")).json();
    const grounds = assays[0].grounds.filter(({ about }: { about: string }) => about === "comparison");
    const told = grounds.map((ground: { run: { name: string }; sample: string; state: string }) => {
      return [ground.run.name, ground.sample, ground.state];
    });
    expect(told).toEqual([
      ["last", "HG002_R7", "out of control"],
      ["last", "HG002_R1", "in control"],
    ]);
  });

  test("the summary counts comparisons, of which a run has one for each sample", async () => {
    const query = { performedFrom: "2026-01-28T00:00:00Z", performedBefore: "2026-01-29T00:00:00Z" };
    const [, snp] = (await items("/concordance/summary", query)).sort(
      (a: { variantType: string }, b: { variantType: string }) => a.variantType.localeCompare(b.variantType),
    );
    const recall = snp.thresholds.find(({ score }: { score: string }) => score === "recall");
    expect({ comparisons: snp.comparisons, ...recall }).toMatchObject({ comparisons: 2, passing: 1, failing: 1 });
  });
});

/** Mann (1945): later values that are greater, less those that are smaller, over all pairs. */
function mannKendallS(values: readonly number[]): number {
  return values.reduce((sum, first, place) => {
    return sum + values.slice(place + 1).reduce((part, second) => part + Math.sign(second - first), 0);
  }, 0);
}
