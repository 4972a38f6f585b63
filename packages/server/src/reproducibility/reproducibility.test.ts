import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { ReproducibilityDocument } from "@touchstone/model";
import { judgeReproducibility } from "@touchstone/quality";
import { databaseKinds } from "@touchstone/test-support/databases";
import { compareGeneratedReplicates } from "@touchstone/test-support/replicates";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, TEST_PASSWORD, type TestCaller, type TestServer } from "../../test/test-server.ts";

const EXAMPLE = readFileSync(join(import.meta.dirname, "../../../quality/assays/germline-wgs.yaml"), "utf8");
const NAMES = ["reproducibility.json", "variants.tsv.gz", "pairs.csv"];

type Files = ReadonlyMap<string, Buffer>;

/** Little noise at great depth, much noise, two replicates, and so few reads that counting alone exceeds the limit. */
let quiet: Files;
let noisy: Files;
let duplicates: Files;
let shallow: Files;
/** Of three runs, much noise each time. */
let repeated: readonly Files[];

beforeAll(async () => {
  quiet = await compareGeneratedReplicates({ seed: 1, runs: 3, variants: 300, noise: 0.01, depth: 400 });
  noisy = await compareGeneratedReplicates({ seed: 2, runs: 3, variants: 300, noise: 0.3, depth: 400 });
  duplicates = await compareGeneratedReplicates({ seed: 3, runs: 2, variants: 50, noise: 0.01, depth: 400 });
  shallow = await compareGeneratedReplicates({ seed: 4, runs: 3, variants: 50, noise: 0.01, depth: 14 });
  const varying = { runs: 3, variants: 50, noise: 0.3, depth: 400 };
  repeated = [
    await compareGeneratedReplicates({ seed: 5, ...varying }),
    await compareGeneratedReplicates({ seed: 6, ...varying }),
    await compareGeneratedReplicates({ seed: 7, ...varying }),
  ];
}, 120_000);

function documentOf(files: Files): ReproducibilityDocument {
  return JSON.parse(String(files.get("reproducibility.json")));
}

function filesOf(files: Files, names = NAMES) {
  return names.map((name) => ({ name: `P.${name}`, contentBase64: (files.get(name) as Buffer).toString("base64") }));
}

describe.each(databaseKinds)("reproducibility on %s", (kind) => {
  let opened: TestServer;
  let pipeline: TestCaller;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    pipeline = await opened.program("ingest", "read");
    const author = await opened.person("author", "reviewer");
    const director = await opened.person("director", "director");
    const definition = EXAMPLE.replace("mark: EXAMPLE\n", "")
      .replaceAll("laboratory's own choice, example only", "validation report 7")
      .replace("germline-wgs-example", "germline");
    const signature = { meaning: "reviewed and approved", password: TEST_PASSWORD };
    for (const name of ["germline", "monthly"]) {
      const ofName = definition.replace("name: germline", `name: ${name}`);
      const { id } = (await author.post("/assays", { definition: ofName })).json();
      expect((await director.post(`/assays/${id}/approve`, signature)).statusCode).toBe(200);
    }
    await author.post("/assays", { definition: definition.replace("name: germline", "name: drafted") });
  }, 60_000);

  afterAll(() => opened.remove());

  function newRun(name: string, assay: string | null = "germline") {
    return { name, status: "succeeded", ...(assay === null ? {} : { assay: { name: assay } }) };
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

  test("every number of the files is stored, and the study is judged by the assay's limit", async () => {
    const document = documentOf(quiet);
    const [all] = document.strata;
    const body = { run: newRun("quiet"), sample: "HG002", files: filesOf(quiet) };
    const taken = await pipeline.post("/reproducibility", body);
    expect(taken.statusCode, taken.body).toBe(201);
    const judged = judgeReproducibility(all?.cv as never, 0.15);
    expect(judged.state).toBe("within limit");
    expect(taken.json()).toMatchObject({
      name: "quiet",
      run: { name: "quiet" },
      assay: { name: "germline", version: 1 },
      sample: { name: "HG002" },
      kind: "variants",
      variants: document.variants,
      medianCv: all?.cv.median,
      correctedMedianCv: all?.cv.correctedMedian,
      floorMedianCv: all?.cv.floorMedian,
      iccAgreement: all?.icc.agreement.value,
      performedAt: document.finishedAt,
      verdict: { state: "in control", reason: null, sentence: judged.sentence },
      document,
    });
    expect(taken.json().runs.map(({ name }: { name: string }) => name)).toEqual(document.runs.map(({ name }) => name));
    const kinds = taken.json().files.map((one: { name: string; kind: string }) => [one.name, one.kind]);
    expect(kinds.toSorted()).toEqual([
      ["P.pairs.csv", "replicate pairs"],
      ["P.reproducibility.json", "touchstone reproducibility"],
      ["P.variants.tsv.gz", "replicate variants"],
    ]);
    const again = await pipeline.post("/reproducibility", body);
    expect([again.statusCode, again.json()]).toEqual([200, taken.json()]);
  });

  test("variants are read in both orders, each once, with the cells of the table", async () => {
    const { id } = (await pipeline.get("/reproducibility/latest", { query: { assay: "germline" } })).json();
    const lines = gunzipSync(quiet.get("variants.tsv.gz") as Buffer)
      .toString()
      .trim()
      .split("\n");
    const rows = lines.slice(1).map((line) => line.split("\t"));
    const number = (cell: string | undefined) => (cell === "." ? null : Number(cell));
    const byPosition = await allPages(`/reproducibility/${id}/variants`, { sort: "position", limit: "37" });
    expect(byPosition).toHaveLength(rows.length);
    for (const [index, row] of rows.entries()) {
      const [contig, position, ref, alt, variantType, zygosity, vafBin] = row;
      const cell = (place: number) => number(row[place]);
      expect(byPosition[index]).toEqual({
        number: index + 1,
        analyte: `${contig}:${position} ${ref}>${alt}`,
        contig,
        position: Number(position),
        ref,
        alt,
        variantType,
        zygosity,
        vafBin: vafBin === "." ? null : vafBin,
        stratum: null,
        values: [cell(7), cell(10), cell(13)],
        depths: [cell(8), cell(11), cell(14)],
        states: [row[9], row[12], row[15]],
        mean: cell(16),
        sd: cell(17),
        cv: cell(18),
        floorCv: cell(19),
      });
    }
    const sample = (await pipeline.get(`/reproducibility/${id}/sample`)).json();
    const drawn = byPosition.map(({ number, variantType, zygosity, vafBin, stratum, values, depths, mean, cv }) => {
      return { number, variantType, zygosity, vafBin, stratum, values, depths, mean, cv };
    });
    expect(sample).toEqual({ of: byPosition.length, variants: drawn });
    const byCv = await allPages(`/reproducibility/${id}/variants`, { limit: "23" });
    const order = (one: Record<string, unknown>) => (one.cv === null ? Number.NEGATIVE_INFINITY : Number(one.cv));
    const expected = byPosition.toSorted((a, b) => order(b) - order(a) || Number(a.number) - Number(b.number));
    expect(byCv.some(({ cv }) => cv === null)).toBe(true);
    expect(byCv).toEqual(expected);
    const het = await allPages(`/reproducibility/${id}/variants`, { zygosity: "het", limit: "50" });
    expect(het).toEqual(expected.filter(({ zygosity }) => zygosity === "het"));
  });

  test("pairs are those of the report", async () => {
    const { id } = (await pipeline.get("/reproducibility/latest", { query: { assay: "germline" } })).json();
    const pairs = await allPages(`/reproducibility/${id}/pairs`, { limit: "4" });
    const expected = documentOf(quiet).strata.flatMap(({ name: stratum, pairs: ofStratum }) =>
      ofStratum.map(({ first, second, jaccard, agreement: { n, bias, sd, limits } }) => {
        return {
          stratum,
          first,
          second,
          n,
          bias,
          sd,
          lowerLimit: limits?.[0] ?? null,
          upperLimit: limits?.[1] ?? null,
          jaccard,
        };
      }),
    );
    const key = (one: Record<string, unknown>) => `${one.stratum} ${one.first} ${one.second}`;
    const sorted = (rows: Record<string, unknown>[]) => rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
    expect(expected.length).toBeGreaterThan(6);
    expect(sorted(pairs)).toEqual(sorted(expected));
    const [{ name: stratum = "" } = {}] = documentOf(quiet).strata;
    expect(await allPages(`/reproducibility/${id}/pairs`, { stratum })).toHaveLength(3);
  });

  test("what is above the limit is out of control and raises an alert", async () => {
    const taken = await pipeline.post("/reproducibility", { run: newRun("noisy"), files: filesOf(noisy) });
    const judged = judgeReproducibility(documentOf(noisy).strata[0]?.cv as never, 0.15);
    expect(judged.state).toBe("above limit");
    expect(taken.json().verdict).toMatchObject({ state: "out of control", reason: null, sentence: judged.sentence });
    const alerts = await opened.context.database.kysely
      .selectFrom("alert")
      .selectAll()
      .where("run_id", "=", taken.json().run.id)
      .execute();
    expect(alerts).toMatchObject([
      { kind: "reproducibility", subject: "replicates, germline", verdict_id: taken.json().verdict.id },
    ]);
    expect((await pipeline.get("/runs/noisy")).json().proposedDisposition).toBe("held");
  });

  test("a study of one name in each of three runs is three occurrences of one alert, which escalate it", async () => {
    const sentences: string[] = [];
    for (const [number, files] of repeated.entries()) {
      const run = newRun(`monthly ${number}`, "monthly");
      const taken = await pipeline.post("/reproducibility", {
        run,
        name: "replicates of NA12878",
        files: filesOf(files),
      });
      expect(taken.json().verdict, taken.body).toMatchObject({ state: "out of control" });
      sentences.push(`Study replicates of NA12878 of run monthly ${number}: ${taken.json().verdict.sentence}`);
    }
    const { items } = (await pipeline.get("/alerts", { query: { assay: "monthly" } })).json();
    expect(items).toMatchObject([
      { kind: "reproducibility", level: 1, occurrenceCount: 3, run: { name: "monthly 0" } },
    ]);
    const alert = (await pipeline.get(`/alerts/${items[0].id}`)).json();
    expect(alert.occurrences.map(({ sentence }: { sentence: string }) => sentence)).toEqual(sentences);
  });

  test("too few replicates, too few reads, no assay and no approved limit are not evaluable", async () => {
    const verdictOf = async (run: object, files: Files) => {
      const taken = await pipeline.post("/reproducibility", { run, files: filesOf(files, ["reproducibility.json"]) });
      expect(taken.statusCode, taken.body).toBe(201);
      return [taken.json().verdict.state, taken.json().verdict.reason];
    };
    expect(await verdictOf(newRun("duplicates"), duplicates)).toEqual(["not evaluable", "too few replicates"]);
    expect(await verdictOf(newRun("shallow"), shallow)).toEqual(["not evaluable", "counting noise above the limit"]);
    expect(await verdictOf(newRun("no assay", null), quiet)).toEqual(["not evaluable", "no assay"]);
    expect(await verdictOf(newRun("drafted", "drafted"), noisy)).toEqual(["not evaluable", "no limit"]);
  });

  test("other results under one name are refused, and take the place of the first with a reason", async () => {
    const files = filesOf(duplicates, ["reproducibility.json", "pairs.csv", "variants.tsv.gz"]);
    const first = await pipeline.post("/reproducibility", { run: newRun("superseded"), name: "monthly", files });
    expect(first.statusCode, first.body).toBe(201);
    const others = filesOf(shallow);
    const other = { run: "superseded", name: "monthly", files: others };
    expect((await pipeline.post("/reproducibility", other)).json().code).toBe("TS_CONFLICT");
    const supersede = { reason: "another sample sheet" };
    const taken = await pipeline.post("/reproducibility", { ...other, supersede });
    expect(taken.statusCode, taken.body).toBe(201);
    expect(taken.json().supersedes).toBe(first.json().id);
    const old = (await pipeline.get(`/reproducibility/${first.json().id}`)).json();
    expect(old.supersededAt).toBe("2026-03-01T09:00:00.000Z");
    expect(old.verdict.supersededAt).toBe("2026-03-01T09:00:00.000Z");
    const elsewhere = await pipeline.post("/reproducibility", { run: newRun("elsewhere"), files: others });
    expect(elsewhere.statusCode).toBe(409);
    expect((await pipeline.get("/runs/elsewhere")).statusCode).toBe(404);
    const { id: runId } = taken.json().run;
    expect(await allPages("/reproducibility", { runId })).toHaveLength(1);
    expect(await allPages("/reproducibility", { runId, superseded: "true", limit: "1" })).toHaveLength(2);
  });

  test("files that are not of one study, or cut off, are refused by their place", async () => {
    const refused = async (files: object[]) => {
      const answer = await pipeline.post("/reproducibility", { run: newRun("refused"), files });
      expect((await pipeline.get("/runs/refused")).statusCode).toBe(404);
      return [answer.statusCode, answer.json().code, answer.json().detail];
    };
    const [report, variants, pairs] = filesOf(quiet) as [object, object, object];
    expect(await refused([variants])).toEqual([
      422,
      "TS_RESULT_INVALID",
      expect.stringContaining("reproducibility.json is missing"),
    ]);
    expect(await refused([report, filesOf(noisy)[2] as object])).toEqual([
      422,
      "TS_RESULT_INVALID",
      expect.stringContaining("pairs and the study has"),
    ]);
    const pairLines = String(quiet.get("pairs.csv")).split("\n");
    const otherPair = (pairLines[1] as string).split(",").with(4, "0.25").join(",");
    const otherPairs = { name: "p.csv", content: pairLines.with(1, otherPair).join("\n") };
    expect(await refused([report, otherPairs])).toEqual([
      422,
      "TS_RESULT_INVALID",
      expect.stringMatching(/^p\.csv:2, column 5 \(bias\): 0\.25 is not the study's/),
    ]);
    expect(await refused([report, filesOf(duplicates)[1] as object])).toEqual([
      422,
      "TS_RESULT_INVALID",
      expect.stringContaining("the header is not that of the study's variants"),
    ]);
    const text = gunzipSync(quiet.get("variants.tsv.gz") as Buffer).toString();
    const lines = text.split("\n");
    const cut = { name: "v.tsv", content: lines.slice(0, 100).join("\n") };
    expect(await refused([report, cut])).toEqual([
      422,
      "TS_RESULT_INVALID",
      expect.stringContaining("was the file cut off?"),
    ]);
    const wrongCell = (lines[5] as string).split("\t").with(7, "1.5").join("\t");
    const wrong = { name: "v.tsv", content: lines.with(5, wrongCell).join("\n") };
    expect(await refused([report, wrong])).toEqual([
      422,
      "TS_RESULT_INVALID",
      expect.stringContaining("v.tsv:6, column 8"),
    ]);
    expect(await refused([report, pairs, { name: "x", content: "hello" }])).toEqual([
      422,
      "TS_RESULT_UNRECOGNISED",
      expect.any(String),
    ]);
  });

  test("what is not there is not found", async () => {
    const id = crypto.randomUUID();
    for (const path of ["", "/variants", "/pairs", "/sample"]) {
      expect((await pipeline.get(`/reproducibility/${id}${path}`)).statusCode).toBe(404);
    }
    expect((await pipeline.get("/reproducibility/latest", { query: { assay: "none" } })).statusCode).toBe(404);
    expect((await pipeline.get("/reproducibility/latest")).json().errors[0].pointer).toBe("/query/assay");
  });

  test("a large study's sample is spread evenly over its table", async () => {
    const files = await compareGeneratedReplicates({ seed: 8, runs: 2, variants: 50, noise: 0.01, depth: 400 });
    const { body } = await pipeline.post("/reproducibility", {
      run: newRun("large"),
      files: filesOf(files, ["reproducibility.json"]),
      name: "large",
    });
    const { id } = JSON.parse(body);
    expect((await pipeline.get(`/reproducibility/${id}/sample`)).json()).toEqual({ of: 0, variants: [] });
    await sql`
      insert into replicate_study_variant (replicate_study_id, number, analyte, values)
      select ${id}::uuid, n, 'analyte ' || n, '{0.1,0.2}' from generate_series(1, 5000) n
    `.execute(opened.context.database.kysely);
    const sample = (await pipeline.get(`/reproducibility/${id}/sample`)).json();
    expect(sample.of).toBe(5000);
    const numbers: number[] = sample.variants.map(({ number }: { number: number }) => number);
    expect(numbers.length).toBe(2000);
    expect(numbers.slice(0, 5)).toEqual([1, 3, 6, 8, 11]);
    expect(numbers.at(-1)).toBe(4998);
  });
});
