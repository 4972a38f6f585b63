import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import type { ComparisonMetricsDocument } from "@touchstone/model";
import { analyseTrend, declineFinding, judgeThreshold, readTrendSeries } from "@touchstone/quality";
import { sharedData, sharedDataAvailable } from "@touchstone/test-support";
import { databaseKinds } from "@touchstone/test-support/databases";
import { compareSharedCalls } from "@touchstone/test-support/shared-calls";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { metricsDocument } from "../../test/metrics-document.ts";
import { createTestServer, TEST_PASSWORD, type TestCaller, type TestServer } from "../../test/test-server.ts";

const EXAMPLE = readFileSync(join(import.meta.dirname, "../../../quality/assays/germline-wgs.yaml"), "utf8");
const SIGNATURE = { meaning: "reviewed and approved", password: TEST_PASSWORD };
/** Real calls of HG002. */
const SHARED_CALLS = "hg002-grch38-chr20-1Mb";
const isShared = sharedDataAvailable(SHARED_CALLS);
const happyFiles = ["summary.csv", "extended.csv"].map((name) => `happy-vcfeval.${name}`);
/** Counts that reach every threshold of the example: 0.995 for SNP, 0.99 for INDEL. */
const GOOD = {
  SNP: { truthTp: 9990, truthFn: 10, queryTp: 9990, queryFp: 5 },
  INDEL: { truthTp: 998, truthFn: 2, queryTp: 998, queryFp: 2 },
};

let real: ReadonlyMap<string, Buffer>;
let second: ReadonlyMap<string, Buffer>;
let generated: ReadonlyMap<string, Buffer>;

beforeAll(async () => {
  if (!isShared) return;
  const calls = { folder: SHARED_CALLS, reference: "reference.fa" };
  real = await compareSharedCalls({ ...calls, query: "query.vcf.gz" });
  second = await compareSharedCalls({ ...calls, query: "second-caller.vcf.gz" });
  generated = await compareSharedCalls({
    folder: "synthetic-4Mb",
    query: "query.vcf.gz",
    reference: "reference.fa.gz",
    allRecords: true,
  });
}, 120_000);

interface ScoreSummary {
  readonly thresholds: { score: string; passing: number; failing: number; notEvaluable: number }[];
}

function fileOf(name: string, bytes: Buffer) {
  return { name, contentBase64: bytes.toString("base64") };
}

function metricsFile(document: ComparisonMetricsDocument) {
  return { name: "metrics.json", document };
}

describe.each(databaseKinds)("concordance on %s", (kind) => {
  let opened: TestServer;
  let pipeline: TestCaller;
  let author: TestCaller;
  let director: TestCaller;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    pipeline = await opened.program("ingest", "read", "review");
    author = await opened.person("author", "reviewer");
    director = await opened.person("director", "director");
    await pipeline.post("/truth-sets", { name: "T", version: "1", reference: "GRCh38", vcfSha256: "a".repeat(64) });
    await approveAssay("germline");
  }, 60_000);

  afterAll(() => opened.remove());

  async function approveAssay(name: string): Promise<string> {
    const definition = EXAMPLE.replace("mark: EXAMPLE\n", "")
      .replaceAll("laboratory's own choice, example only", "validation report 7")
      .replace("germline-wgs-example", name);
    const created = await author.post("/assays", { definition });
    expect(created.statusCode, created.body).toBe(201);
    const { id } = created.json();
    const approved = await director.post(`/assays/${id}/approve`, SIGNATURE);
    expect(approved.statusCode, approved.body).toBe(200);
    return id;
  }

  function newRun(name: string, assay: string | null, performedAt = "2026-02-01T00:00:00Z") {
    return { name, status: "succeeded", performedAt, ...(assay === null ? {} : { assay: { name: assay } }) };
  }

  async function take(run: string | object, document: ComparisonMetricsDocument, more: object = {}) {
    const body = { run, truthSet: { name: "T", version: "1" }, files: [metricsFile(document)], ...more };
    return pipeline.post("/concordance", body);
  }

  async function allPages(path: string, query: Record<string, string> = {}): Promise<Record<string, unknown>[]> {
    const seen: Record<string, unknown>[] = [];
    let cursor: string | null = null;
    do {
      const answer = await pipeline.get(path, { query: { ...query, ...(cursor === null ? {} : { cursor }) } });
      expect(answer.statusCode, answer.body).toBe(200);
      const page: { items: Record<string, unknown>[]; next: string | null } = answer.json();
      seen.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    return seen;
  }

  function alertsOf(runId: string) {
    return opened.context.database.kysely.selectFrom("alert").selectAll().where("run_id", "=", runId).execute();
  }

  describe.skipIf(!isShared)("files of a real comparison (in the shared data)", () => {
    let truthSetId: string;

    beforeAll(async () => {
      const provenance = JSON.parse(String(real.get("provenance.json")));
      const created = await pipeline.post("/truth-sets", {
        name: "HG002 chr20",
        version: "1",
        reference: "GRCh38",
        vcfSha256: provenance.inputs.truth.sha256,
      });
      truthSetId = created.json().id;
    });

    test("every number that was written is stored, and every file is kept", async () => {
      const names = [...real.keys()].filter((name) => /json$|csv/.test(name));
      const files = names.map((name) => fileOf(`P.${name}`, real.get(name) as Buffer));
      const taken = await pipeline.post("/concordance", { run: newRun("real", "germline"), files });
      expect(taken.statusCode, taken.body).toBe(201);
      const { id, truthSet, format, performedAt } = taken.json();
      const provenance = JSON.parse(String(real.get("provenance.json")));
      expect({ truthSet: truthSet.id, format, performedAt }).toEqual({
        truthSet: truthSetId,
        format: "touchstone",
        performedAt: provenance.finishedAt,
      });
      expect((await pipeline.get(`/concordance/${id}`)).json().provenance).toEqual(provenance);
      const metrics: ComparisonMetricsDocument = JSON.parse(String(real.get("metrics.json")));
      const strata = await allPages(`/concordance/${id}/strata`, { limit: "7" });
      expect(strata).toHaveLength(metrics.rows.length);
      for (const row of metrics.rows) {
        const stored = strata.find(
          (one) =>
            one.variantType === row.type &&
            one.subtype === row.subtype &&
            one.stratum === row.stratum &&
            one.filter === row.filter,
        );
        expect(stored).toMatchObject({
          truthTotal: row.truth.total,
          truthTp: row.truth.tp,
          truthFn: row.truth.fn,
          queryTotal: row.query.total,
          queryTp: row.query.tp,
          queryFp: row.query.fp,
          queryFpGenotype: row.query.fpGenotype,
          queryFpAllele: row.query.fpAllele,
          queryUnk: row.query.unk,
        });
        expect(stored?.recall).toBe(row.recall.value);
        expect(stored?.precision).toBe(row.precision.value);
        expect(stored?.f1).toBe(row.f1);
        expect([stored?.recallLow, stored?.recallHigh]).toEqual(row.recall.wilson95 ?? [null, null]);
        expect(stored?.unknownFraction).toBe(row.fracNa);
        expect(stored?.falsePositivesPerMegabase).toBe(row.fpPerMb);
      }
      const kept = taken.json().files as { name: string; sha256: string; sizeBytes: number; kind: string }[];
      expect(kept.map(({ name }) => name).toSorted()).toEqual(names.map((name) => `P.${name}`).toSorted());
      for (const { name, sha256, sizeBytes } of kept) {
        const bytes = real.get(name.slice(2)) as Buffer;
        expect(sizeBytes).toBe(bytes.length);
        const { stream } = await opened.context.objects.get(sha256);
        expect((await buffer(stream)).equals(bytes)).toBe(true);
      }
    });

    test("generated calls have the errors that were put into them, and points at every score", async () => {
      const files = [...generated.keys()]
        .filter((name) => /json$|csv/.test(name))
        .map((name) => fileOf(`P.${name}`, generated.get(name) as Buffer));
      const { inputs } = JSON.parse(String(generated.get("provenance.json")));
      const truthSet = { name: "generated", version: "1" };
      await pipeline.post("/truth-sets", { ...truthSet, reference: "generated", vcfSha256: inputs.truth.sha256 });
      const taken = await pipeline.post("/concordance", { run: newRun("generated", null), truthSet, files });
      expect(taken.statusCode, taken.body).toBe(201);
      const all = await allPages(`/concordance/${taken.json().id}/strata`, {
        subtype: "*",
        filter: "ALL",
        stratum: "*",
      });
      const sum = (field: string) => all.reduce((total, row) => total + Number(row[field]), 0);
      // 94 truth variants were dropped or altered, 100 false records made; 5,807 and 6,144 records in all.
      expect(["truthFn", "queryFp", "truthTotal", "queryTotal"].map(sum)).toEqual([94, 100, 5807, 6144]);
      const query = { variantType: "SNP", filter: "PASS", limit: "100" };
      const points = await allPages(`/concordance/${taken.json().id}/precision-recall`, query);
      const [header = "", ...lines] = gunzipSync(generated.get("roc.Locations.SNP.PASS.csv.gz") as Buffer)
        .toString()
        .trim()
        .split("\n");
      const columns = header.split(",");
      const cell = (line: string, column: string) => line.split(",")[columns.indexOf(column)];
      const written = lines.filter((line) => cell(line, "QQ") !== "*" && cell(line, "Subtype") === "*");
      const expected = written.map((line) =>
        ["QQ", "TRUTH.TP", "QUERY.FP"].map((column) => Number(cell(line, column))),
      );
      expect(points.length).toBeGreaterThan(100);
      expect(points.map((one) => [one.score, one.truthTp, one.queryFp])).toEqual(
        expected.toSorted((a, b) => Number(b[0]) - Number(a[0])),
      );
      expect(points.map(({ position }) => position)).toEqual([...points.keys()]);
    });

    test("scores below the assay's thresholds are out of control, and an alert is raised", async () => {
      const [comparison] = (await pipeline.get("/concordance", { query: { truthSetId } })).json().items;
      const { verdicts, state, run } = (await pipeline.get(`/concordance/${comparison.id}`)).json();
      const { rows }: ComparisonMetricsDocument = JSON.parse(String(real.get("metrics.json")));
      const row = rows.find(
        (one) => one.type === "SNP" && one.subtype === "*" && one.stratum === "*" && one.filter === "PASS",
      );
      const counts = {
        truthTp: row?.truth.tp ?? 0,
        truthFn: row?.truth.fn ?? 0,
        queryTp: row?.query.tp ?? 0,
        queryFp: row?.query.fp ?? 0,
      };
      const judged = judgeThreshold({ score: "recall", minimum: 0.995, observations: 765 }, counts, "routine");
      expect(judged.state).toBe("fail");
      const recall = verdicts.find(
        ({ threshold }: { threshold: { score: string; variantType: string } }) =>
          threshold.score === "recall" && threshold.variantType === "SNP",
      );
      expect(recall).toMatchObject({ state: "out of control", reason: null, threshold: { minimum: 0.995 } });
      expect(recall.sentence).toBe(`SNP against HG002 chr20 1: ${judged.sentence}`);
      expect(verdicts).toHaveLength(6);
      expect(state).toBe("out of control");
      const alerts = await alertsOf(run.id);
      expect(alerts.map(({ subject }) => subject)).toContain("recall of SNP, germline");
      const proposed = (await pipeline.get(`/runs/${run.id}`)).json();
      expect(proposed.proposedDisposition).toBe("held");
    });

    test("the same again is the first, another is refused, and takes its place with a reason", async () => {
      const metrics = fileOf("P.metrics.json", real.get("metrics.json") as Buffer);
      const provenance = fileOf("P.provenance.json", real.get("provenance.json") as Buffer);
      const run = newRun("again", "germline");
      const first = await pipeline.post("/concordance", { run, files: [metrics, provenance] });
      expect(first.statusCode, first.body).toBe(201);
      const again = await pipeline.post("/concordance", { run: "again", files: [metrics, provenance] });
      expect([again.statusCode, again.json()]).toEqual([200, first.json()]);
      const files = [
        fileOf("m.json", second.get("metrics.json") as Buffer),
        fileOf("p.json", second.get("provenance.json") as Buffer),
      ];
      const refused = await pipeline.post("/concordance", { run: "again", files });
      expect([refused.statusCode, refused.json().code]).toEqual([409, "TS_CONFLICT"]);
      const supersede = { reason: "the wrong call set was compared" };
      const taken = await pipeline.post("/concordance", { run: "again", files, supersede });
      expect(taken.statusCode, taken.body).toBe(201);
      expect(taken.json().supersedes).toBe(first.json().id);
      const old = (await pipeline.get(`/concordance/${first.json().id}`)).json();
      expect(old.supersededAt).toBe("2026-03-01T09:00:00.000Z");
      expect(old.verdicts.every(({ supersededAt }: { supersededAt: string | null }) => supersededAt !== null)).toBe(
        true,
      );
      const supersededBy = new Map(
        taken
          .json()
          .verdicts.map((one: { supersedes: string; threshold: { id: string } }) => [one.supersedes, one.threshold.id]),
      );
      expect(supersededBy).toEqual(
        new Map(old.verdicts.map((one: { id: string; threshold: { id: string } }) => [one.id, one.threshold.id])),
      );
      const late = await pipeline.post("/concordance", { run: "again", files: [metrics, provenance] });
      expect([late.statusCode, late.json().id]).toEqual([200, first.json().id]);
      const back = await pipeline.post("/concordance", { run: "again", files: [metrics, provenance], supersede });
      expect(back.statusCode).toBe(409);
      const inForce = (await pipeline.get("/concordance", { query: { runId: taken.json().run.id } })).json().items;
      expect(inForce.map(({ id }: { id: string }) => id)).toEqual([taken.json().id]);
      const query = { runId: taken.json().run.id, superseded: "true" };
      expect((await pipeline.get("/concordance", { query })).json().items).toHaveLength(2);
      const trail = await opened.context.database.kysely
        .selectFrom("audit_event")
        .selectAll()
        .where("action", "=", "comparison.supersede")
        .execute();
      expect(trail.map(({ reason }) => reason)).toEqual([supersede.reason]);
    });

    test("a comparison with another truth than the one that is named is refused", async () => {
      const files = ["metrics.json", "provenance.json"].map((name) => fileOf(name, real.get(name) as Buffer));
      const wrong = await pipeline.post("/concordance", {
        run: newRun("wrong truth", null),
        truthSet: { name: "T", version: "1" },
        files,
      });
      expect([wrong.statusCode, wrong.json().errors[0].pointer]).toEqual([400, "/body/truthSet"]);
      expect(wrong.json().detail).toContain("other files");
      expect((await pipeline.get("/runs/wrong truth")).statusCode).toBe(404);
    });

    test("a comparison by hap.py has hap.py's numbers", async () => {
      const files = happyFiles.map((name) =>
        fileOf(name, readFileSync(sharedData(`${SHARED_CALLS}/expected/${name}`))),
      );
      const truthSet = { name: "HG002 chr20", version: "1" };
      const taken = await pipeline.post("/concordance", { run: newRun("happy", "germline"), truthSet, files });
      expect(taken.statusCode, taken.body).toBe(201);
      expect(taken.json()).toMatchObject({ format: "hap.py", provenance: null });
      // As printed in happy-vcfeval.summary.csv.
      expect(taken.json().scores).toMatchObject([
        { variantType: "INDEL", filter: "PASS", truthTp: 341, truthFn: 65, queryTotal: 419, queryFp: 95, queryUnk: 0 },
        { variantType: "SNP", filter: "PASS", truthTp: 1735, truthFn: 599, queryTotal: 1679, queryFp: 10, queryUnk: 0 },
      ]);
      const [indel, snp] = taken.json().scores;
      expect([indel.recall, indel.precision, indel.f1].map((one) => one.toFixed(6))).toEqual([
        "0.839901",
        "0.773270",
        "0.805209",
      ]);
      expect([snp.recall, snp.precision, snp.f1].map((one) => one.toFixed(6))).toEqual([
        "0.743359",
        "0.994044",
        "0.850616",
      ]);
    });

    test("vcfeval does not tell types apart: what has a threshold and is not there is not evaluable", async () => {
      const content = readFileSync(sharedData(`${SHARED_CALLS}/expected/vcfeval.summary.txt`), "utf8");
      const body = {
        run: newRun("vcfeval", "germline"),
        truthSet: { name: "HG002 chr20", version: "1" },
        files: [{ name: "summary.txt", content }],
      };
      const taken = await pipeline.post("/concordance", body);
      expect(taken.statusCode, taken.body).toBe(201);
      expect(taken.json().scores).toMatchObject([{ truthTp: 2096, truthFn: 644, queryTp: 2035, queryFp: 106 }]);
      expect(taken.json().state).toBe("not evaluable");
      expect(taken.json().verdicts).toHaveLength(6);
      for (const verdict of taken.json().verdicts) {
        expect(verdict).toMatchObject({ state: "not evaluable", reason: "stratum missing" });
      }
      expect((await pipeline.get("/runs/vcfeval")).json().proposedDisposition).toBe("held");
      expect(await alertsOf(taken.json().run.id)).toEqual([]);
    });
  });

  test("what reaches every threshold is in control, and the run may be released", async () => {
    const taken = await take(newRun("good", "germline"), metricsDocument(GOOD));
    expect(taken.statusCode, taken.body).toBe(201);
    expect(taken.json().state).toBe("in control");
    expect(taken.json().verdicts.map(({ state }: { state: string }) => state)).toEqual(Array(6).fill("in control"));
    expect((await pipeline.get("/runs/good")).json().proposedDisposition).toBe("released");
    const { kysely } = opened.context.database;
    const events = await kysely.selectFrom("event").selectAll().where("record_id", "=", taken.json().id).execute();
    expect(events).toMatchObject([
      { topic: "comparison.created", payload: { state: "in control", run: { name: "good" } } },
    ]);
  });

  test("a threshold of a stratum judges that stratum", async () => {
    await approveAssay("stratified");
    const threshold = await author.post("/thresholds", {
      assay: { name: "stratified" },
      score: "recall",
      variantType: "SNP",
      stratum: "lowcmp",
      minimum: 0.9,
      observations: 10,
      citation: "validation report 9",
    });
    await director.post(`/thresholds/${threshold.json().id}/approve`, SIGNATURE);
    const failing = { SNP: { truthTp: 80, truthFn: 20, queryTp: 80, queryFp: 0 } };
    const both = metricsDocument(GOOD);
    const ofStratum = metricsDocument(failing, "lowcmp");
    const document = {
      ...both,
      strata: [...both.strata, ...ofStratum.strata],
      rows: [...both.rows, ...ofStratum.rows],
    };
    const taken = await take(newRun("lowcmp", "stratified"), document);
    const verdict = taken
      .json()
      .verdicts.find((one: { threshold: { stratum: string } }) => one.threshold.stratum === "lowcmp");
    expect(verdict.state).toBe("out of control");
    expect(verdict.sentence).toBe(
      "SNP in lowcmp against T 1: recall is 0.8, from 100 records; the estimate stays below 0.9: fail.",
    );
    expect((await alertsOf(taken.json().run.id)).map(({ subject }) => subject)).toEqual([
      "recall of SNP in lowcmp, stratified",
    ]);
    const listed = (await pipeline.get("/verdicts", { query: { runId: taken.json().run.id } })).json().items;
    expect(listed.find(({ id }: { id: string }) => id === verdict.id).threshold).toEqual({
      ...{ id: threshold.json().id, version: 1, score: "recall", variantType: "SNP", stratum: "lowcmp" },
      ...{ stage: "routine", minimum: 0.9 },
    });
    const without = await take(newRun("no lowcmp", "stratified"), metricsDocument(GOOD));
    expect(without.json().state).toBe("not evaluable");
    const page = await allPages(`/concordance/${taken.json().id}/strata`, { stratum: "lowcmp" });
    expect(page).toMatchObject([
      { variantType: "SNP", stratum: "lowcmp", truthTp: 80, truthFn: 20, recall: 0.8, precision: 1 },
    ]);
  });

  test("too few observations, none, and no threshold at all are not evaluable", async () => {
    const few = { ...GOOD, SNP: { truthTp: 29, truthFn: 0, queryTp: 29, queryFp: 0 } };
    const reasons = (body: { verdicts: { reason: string; threshold: { variantType: string } }[] }) =>
      body.verdicts.filter(({ threshold }) => threshold.variantType === "SNP").map(({ reason }) => reason);
    const taken = await take(newRun("few", "germline"), metricsDocument(few));
    expect(reasons(taken.json())).toEqual(Array(3).fill("too few observations"));
    const none = { ...GOOD, SNP: { truthTp: 0, truthFn: 0, queryTp: 0, queryFp: 0 } };
    const empty = await take(newRun("none", "germline"), metricsDocument(none));
    expect(reasons(empty.json())).toEqual(Array(3).fill("no observations"));
    expect(empty.json().scores.find((one: { variantType: string }) => one.variantType === "SNP")).toMatchObject({
      recall: null,
      precision: null,
      f1: null,
    });
    const noAssay = await take(newRun("no assay", null), metricsDocument(GOOD));
    expect(noAssay.json()).toMatchObject({
      state: "not evaluable",
      assay: null,
      verdicts: [{ reason: "no assay", threshold: null }],
    });
    const draft = await author.post("/assays", { definition: EXAMPLE.replace("germline-wgs-example", "drafted") });
    expect(draft.statusCode).toBe(201);
    const unapproved = await take(newRun("no thresholds", "drafted"), metricsDocument(GOOD));
    expect(unapproved.json().verdicts).toMatchObject([{ state: "not evaluable", reason: "no thresholds" }]);
    expect((await pipeline.get("/runs/no thresholds")).json().proposedDisposition).toBe("held");
  });

  describe("declines", () => {
    /** Recall of SNP falls by 0.0002 a run from 0.9995 on, with a jitter that keeps the order of neighbours no foregone thing. */
    const fn = [6, 5, 8, 9, 12, 10, 14, 17, 15, 19, 22, 20];
    const time = (run: number) => `2026-01-${String(1 + run).padStart(2, "0")}T00:00:00.000Z`;
    const document = (missed: number) =>
      metricsDocument({
        ...GOOD,
        SNP: { truthTp: 10_000 - missed, truthFn: missed, queryTp: 10_000 - missed, queryFp: 5 },
      });

    async function ingest(assay: string, order: readonly number[]): Promise<void> {
      await approveAssay(assay);
      for (const run of order) {
        const taken = await take(newRun(`${assay} ${run}`, assay, time(run)), document(fn[run] ?? 0));
        expect(taken.statusCode, taken.body).toBe(201);
        expect(taken.json().state).toBe("in control");
      }
    }

    function predictiveAlerts(assay: string) {
      return opened.context.database.kysely
        .selectFrom("alert")
        .innerJoin("alert_occurrence", "alert_occurrence.alert_id", "alert.id")
        .select(["alert.id", "alert.subject", "alert_occurrence.key", "alert_occurrence.evidence"])
        .where("alert.kind", "=", "predictive")
        .where("alert.assay", "=", assay)
        .orderBy("alert_occurrence.number")
        .execute();
    }

    function expected(assay: string, runs: number, score: "recall" | "f1") {
      const points = fn.slice(0, runs).map((missed, run) => {
        const recall = (10_000 - missed) / 10_000;
        const precision = (10_000 - missed) / (10_000 - missed + 5);
        const value = score === "recall" ? recall : (2 * precision * recall) / (precision + recall);
        return { run: `${assay} ${run}`, value, event: null, time: time(run) };
      });
      const series = `${score} of SNP against T 1`;
      return declineFinding(
        { assay, series, unit: "day", points, positions: points.map((_, run) => run) },
        { threshold: { value: 0.995, badSide: "below" }, horizon: 90 },
      );
    }

    test("are found when they are, with the evidence that quality gives", async () => {
      await ingest("declining", [...fn.keys()]);
      const found = await predictiveAlerts("declining");
      for (const score of ["recall", "f1"] as const) {
        const ofScore = found.filter(({ subject }) => subject.startsWith(score));
        const evidence = [...fn.keys()].flatMap(
          (run) => expected("declining", run + 1, score)?.occurrence.evidence ?? [],
        );
        expect(evidence.length).toBeGreaterThan(1);
        expect(ofScore.map((one) => one.evidence)).toEqual(evidence);
        expect(new Set(ofScore.map(({ id }) => id)).size).toBe(1);
      }
      expect(found.every(({ subject }) => /^(recall|f1) of SNP against T 1, declining$/.test(subject))).toBe(true);
    });

    test("are one alert in whichever order the runs come in", async () => {
      const order = [11, 3, 0, 7, 10, 1, 5, 9, 2, 8, 4, 6];
      await ingest("shuffled", order);
      const recalls = (await predictiveAlerts("shuffled")).filter(({ subject }) => subject.startsWith("recall"));
      expect(new Set(recalls.map(({ id }) => id)).size).toBe(1);
      // Run 11 is the last from the beginning; whatever came in later is looked at as part of its series.
      expect(recalls.map(({ key }) => key)).toEqual(["shuffled 11"]);
    });

    test("begin anew with a change", async () => {
      const assayId = await approveAssay("changed");
      await recordChange({ kind: "service", happenedAt: time(6), assayId });
      for (const run of fn.keys()) await take(newRun(`changed ${run}`, "changed", time(run)), document(fn[run] ?? 0));
      expect(await predictiveAlerts("changed")).toEqual([]);
    });

    async function recordChange(event: object): Promise<void> {
      const recorded = await pipeline.post("/change-events", { description: "of a test", ...event });
      expect(recorded.statusCode, recorded.body).toBe(201);
    }

    /** Takes runs in that alternate between two of something: of the second the runs come twelve hours later. */
    async function takeAlternating(assay: string, described: (which: 0 | 1) => object): Promise<void> {
      for (const run of fn.keys()) {
        for (const which of [0, 1] as const) {
          const performedAt = new Date(Date.parse(time(run)) + which * 43_200_000).toISOString();
          const made = { ...newRun(`${assay} ${which} ${run}`, assay, performedAt), ...described(which) };
          const taken = await take(made, document(fn[run] ?? 0));
          expect(taken.statusCode, taken.body).toBe(201);
        }
      }
    }

    /** What `touchstone trend` finds in a file of one instrument's runs, or of one version's. */
    function ofFile(assay: string, which: 0 | 1) {
      const rows = [...fn.entries()].map(([run, missed]) => {
        const at = new Date(Date.parse(time(run)) + which * 43_200_000).toISOString();
        return `${at},${assay} ${which} ${run},${(10_000 - missed) / 10_000}`;
      });
      const series = readTrendSeries(`time,run,value\n${rows.join("\n")}\n`, "recall.csv");
      const question = { threshold: { value: 0.995, badSide: "below" }, horizon: 90 } as const;
      const values = series.points.map(({ value }) => value);
      return analyseTrend(values, series.positions, [], question);
    }

    test("on one instrument are not hidden by the service of another", async () => {
      const assayId = await approveAssay("two instruments");
      const names = ["sequencer A", "sequencer B"] as const;
      await pipeline.post("/instruments", { name: names[0] });
      const { items } = (await pipeline.get("/instruments")).json();
      const { id: instrumentId } = items.find(({ name }: { name: string }) => name === names[0]);
      await recordChange({ kind: "service", happenedAt: time(6), assayId, instrumentId });
      await takeAlternating("two instruments", (which) => ({ instrument: names[which] }));
      const recalls = (await predictiveAlerts("two instruments")).filter(({ subject }) => subject.startsWith("recall"));
      expect(recalls.length).toBeGreaterThan(1);
      expect(
        recalls.every(({ subject }) => subject === "recall of SNP against T 1 on sequencer B, two instruments"),
      ).toBe(true);
      const analysis = ofFile("two instruments", 1);
      expect(analysis.verdict.state).toBe("decline");
      const last = recalls.at(-1);
      expect(last?.key).toBe("two instruments 1 11");
      expect(last?.evidence).toMatchObject({
        n: 12,
        s: analysis.test.s,
        p: analysis.test.p?.twoSided,
        look: analysis.look,
        slope: analysis.sen.slope,
        crossing: { state: "ahead", ahead: (analysis.crossing?.time ?? 0) - (analysis.now ?? 0) },
      });
    });

    test("are found in each of two versions that run side by side", async () => {
      await approveAssay("two versions");
      await takeAlternating("two versions", (which) => ({
        pipelineVersion: { pipeline: "germline", version: `8.${which}.0` },
      }));
      const subjects = new Set((await predictiveAlerts("two versions")).map(({ subject }) => subject));
      for (const version of ["8.0.0", "8.1.0"]) {
        expect(subjects).toContain(`recall of SNP against T 1 by germline ${version}, two versions`);
      }
    });

    test("begin anew where another version takes over", async () => {
      await approveAssay("new version");
      for (const [run, missed] of fn.entries()) {
        const pipelineVersion = { pipeline: "germline", version: run < 6 ? "9.0.0" : "9.1.0" };
        const made = { ...newRun(`new version ${run}`, "new version", time(run)), pipelineVersion };
        expect((await take(made, document(missed))).statusCode).toBe(201);
      }
      expect(await predictiveAlerts("new version")).toEqual([]);
    });
  });

  test("what is wrong with a request is named by its place, and nothing of it stays", async () => {
    const run = newRun("refused", null);
    const { kysely } = opened.context.database;
    const before = await kysely.selectFrom("comparison").select(kysely.fn.countAll().as("n")).executeTakeFirstOrThrow();
    const refused = async (change: object) => {
      const body = {
        run,
        truthSet: { name: "T", version: "1" },
        files: [metricsFile(metricsDocument(GOOD))],
        ...change,
      };
      const answer = await pipeline.post("/concordance", body);
      return [answer.statusCode, answer.json().code, answer.json().errors?.[0].pointer];
    };
    expect(await refused({ run: "nobody's" })).toEqual([400, "TS_REQUEST_INVALID", "/body/run"]);
    expect(await refused({ run: { ...run, assay: { name: "none" } } })).toEqual([
      400,
      "TS_REQUEST_INVALID",
      "/body/run/assay",
    ]);
    expect(await refused({ truthSet: { name: "T", version: "2" } })).toEqual([
      400,
      "TS_REQUEST_INVALID",
      "/body/truthSet",
    ]);
    expect(await refused({ truthSet: undefined })).toEqual([400, "TS_REQUEST_INVALID", "/body/truthSet"]);
    expect(await refused({ format: "hap.py" })).toEqual([400, "TS_REQUEST_INVALID", "/body/format"]);
    expect(await refused({ files: [] })).toEqual([400, "TS_REQUEST_INVALID", "/body/files"]);
    expect(await refused({ files: [{ name: "a" }] })).toEqual([400, "TS_REQUEST_INVALID", "/body/files/0"]);
    expect(await refused({ files: [{ name: "a", contentBase64: "%%%" }] })).toEqual([
      400,
      "TS_REQUEST_INVALID",
      "/body/files/0/contentBase64",
    ]);
    expect(await refused({ files: [{ name: "../a", content: "x" }] })).toEqual([
      400,
      "TS_REQUEST_INVALID",
      "/body/files/0/name",
    ]);
    expect((await refused({ files: [{ name: "a.txt", content: "hello" }] })).slice(0, 2)).toEqual([
      422,
      "TS_RESULT_UNRECOGNISED",
    ]);
    const wrong = metricsDocument(GOOD);
    wrong.rows[0]!.f1 = 0.5;
    expect(await refused({ files: [metricsFile(wrong)] })).toEqual([422, "TS_RESULT_INVALID", "/rows/0/f1"]);
    expect(
      await kysely.selectFrom("comparison").select(kysely.fn.countAll().as("n")).executeTakeFirstOrThrow(),
    ).toEqual(before);
    expect((await pipeline.get("/runs/refused")).statusCode).toBe(404);
  });

  test("an object store that fails leaves no row that refers to nothing", async () => {
    const put = vi.spyOn(opened.context.objects, "put").mockRejectedValueOnce(new Error("connection reset"));
    const failed = await take(newRun("unstored", null), metricsDocument(GOOD));
    expect(failed.statusCode).toBe(500);
    put.mockRestore();
    expect((await pipeline.get("/runs/unstored")).statusCode).toBe(404);
    expect((await take(newRun("unstored", null), metricsDocument(GOOD))).statusCode).toBe(201);
  });

  test("the summary has the means, and counts the runs that pass and fail", async () => {
    await approveAssay("summarised");
    const missed = [10, 60, 20, 55, 30];
    const version = { pipeline: "germline", version: "7.0.0" };
    for (const [number, truthFn] of missed.entries()) {
      const document = metricsDocument({
        SNP: { truthTp: 10_000 - truthFn, truthFn, queryTp: 10_000 - truthFn, queryFp: 5 },
        INDEL: { truthTp: 0, truthFn: 0, queryTp: 0, queryFp: 0 },
      });
      const run = { ...newRun(`summarised ${number}`, "summarised"), pipelineVersion: version };
      expect((await take(run, document)).statusCode).toBe(201);
    }
    const assays = (await pipeline.get("/assays", { query: { name: "summarised" } })).json().items;
    const items = await allPages("/concordance/summary", { assayId: assays[0].id, limit: "1" });
    expect(items.map(({ variantType }) => variantType).toSorted()).toEqual(["INDEL", "SNP"]);
    const snp = items.find(({ variantType }) => variantType === "SNP") as unknown as ScoreSummary;
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const recall = mean(missed.map((fn) => (10_000 - fn) / 10_000));
    expect(snp).toMatchObject({
      assay: { name: "summarised", version: 1 },
      truthSet: { name: "T", version: "1" },
      pipelineVersion: version,
      format: "touchstone",
      comparisons: 5,
      recall: { n: 5, mean: expect.closeTo(recall, 12) },
      precision: { n: 5, mean: expect.closeTo(mean(missed.map((fn) => (10_000 - fn) / (10_005 - fn))), 12) },
    });
    const counts = snp.thresholds.map(({ score, passing, failing, notEvaluable }) => [
      score,
      passing,
      failing,
      notEvaluable,
    ]);
    // Recall of 0.995 or more of 10,000: at most 50 missed. F1 is above it, since precision is nearly 1.
    expect(counts).toEqual([
      ["f1", 5, 0, 0],
      ["precision", 5, 0, 0],
      ["recall", 3, 2, 0],
    ]);
    const indel = items.find(({ variantType }) => variantType === "INDEL") as unknown as ScoreSummary;
    expect(indel).toMatchObject({ comparisons: 5, recall: { n: 0, mean: null }, f1: { n: 0, mean: null } });
    expect(indel.thresholds.map(({ passing, failing, notEvaluable }) => [passing, failing, notEvaluable])).toEqual(
      Array(3).fill([0, 0, 5]),
    );
    const query = { assayId: assays[0].id, performedFrom: "2027-01-01T00:00:00Z" };
    expect((await pipeline.get("/concordance/summary", { query })).json()).toEqual({ items: [], next: null });
  });

  test("a comparison that is not there has no rows and no points", async () => {
    const id = crypto.randomUUID();
    for (const path of ["", "/strata", "/precision-recall"]) {
      expect((await pipeline.get(`/concordance/${id}${path}`)).statusCode).toBe(404);
    }
  });

  test("the list is read page by page, by time, each once", async () => {
    const all = await allPages("/concordance", { limit: "5" });
    const stored = await opened.context.database.kysely
      .selectFrom("comparison")
      .select("id")
      .where("superseded_at", "is", null)
      .execute();
    expect(all.map(({ id }) => id).toSorted()).toEqual(stored.map(({ id }) => id).toSorted());
    const times = all.map(({ performedAt }) => String(performedAt));
    expect(times).toEqual(times.toSorted().reverse());
    const { items } = (await pipeline.get("/concordance", { query: { format: "som.py" } })).json();
    expect(items).toEqual([]);
  });
});
