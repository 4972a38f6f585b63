import { type Database, newId, type Tables, toJson } from "@touchstone/store";
import { createMigratedDatabase, databaseKinds, type TestDatabase } from "@touchstone/test-support/databases";
import fc from "fast-check";
import type { Insertable, Kysely } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { segmentOfScores } from "./score-segment.ts";
import { nameSeries, type ScoreSeries } from "./score-series.ts";

/** Places of the laboratory's records; null where a run or an event names none. */
const place = fc.option(fc.nat(1), { freq: 2 });
const run = fc.record({
  // Few hours, so that runs and events share moments.
  hour: fc.nat(15),
  instrument: place,
  version: fc.option(fc.nat(2), { freq: 3 }),
  // Each has a comparison of its own.
  samples: fc.uniqueArray(place, { minLength: 1, maxLength: 3 }),
  format: fc.constantFrom("touchstone" as const, "touchstone" as const, "hap.py" as const),
  assay: fc.constantFrom(0, 0, 0, 1),
  isSuperseded: fc.constantFrom(false, false, false, true),
});
const event = fc.record({
  hour: fc.nat(16),
  assay: place,
  instrument: place,
  version: fc.option(fc.nat(2), { freq: 2 }),
  material: fc.option(fc.nat(2), { freq: 2 }),
});
const history = fc.record({
  runs: fc.array(run, { minLength: 1, maxLength: 16, size: "max" }),
  events: fc.array(event, { maxLength: 3 }),
  hasMaterial: fc.boolean(),
  most: fc.constantFrom(2, 3, 1000),
  order: fc.array(fc.nat(1000), { minLength: 16, maxLength: 16 }),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

/** Of the versions the first two are of one pipeline, of the materials the first two are lots of one. */
const PIPELINES = ["germline", "germline", "somatic"];
const MATERIALS = ["HG002", "HG002", "HG003"];

interface Laboratory {
  readonly assays: readonly string[];
  readonly instruments: readonly string[];
  readonly versions: readonly string[];
  readonly materials: readonly string[];
  readonly samples: readonly string[];
}

async function createLaboratory(kysely: Kysely<Tables>): Promise<Laboratory> {
  const ids = (count: number) => Array.from({ length: count }, () => newId());
  const [assays, instruments, versions, materials, samples] = [ids(2), ids(2), ids(3), ids(3), ids(2)];
  const sha = { content_sha256: "a".repeat(64), document: toJson({}) };
  await kysely
    .insertInto("assay")
    .values(assays.map((id, n) => ({ id, name: `assay ${n}`, version: 1, ...sha })))
    .execute();
  await kysely
    .insertInto("instrument")
    .values(instruments.map((id, n) => ({ id, name: `I${n}` })))
    .execute();
  await kysely
    .insertInto("pipeline_version")
    .values(versions.map((id, n) => ({ id, pipeline: PIPELINES[n] ?? "", version: `1.${n}` })))
    .execute();
  await kysely
    .insertInto("material")
    .values(materials.map((id, n) => ({ id, name: MATERIALS[n] ?? "", lot: `${n}`, use: "truth set" as const })))
    .execute();
  await kysely
    .insertInto("sample")
    .values(samples.map((id, n) => ({ id, name: `HG002_R${n + 1}` })))
    .execute();
  return { assays, instruments, versions, materials, samples };
}

const hour = (n: number) => new Date(Date.UTC(2026, 0, 1, n));

/** Keeps a history: runs in the order in which they come in, events before them or after them. */
async function keep(kysely: Kysely<Tables>, laboratory: Laboratory, given: History, prefix: string): Promise<string> {
  const { assays, instruments, versions, materials, samples } = laboratory;
  const truthSet = newId();
  await kysely
    .insertInto("truth_set")
    .values({
      ...{ id: truthSet, name: prefix, version: "1", reference: "GRCh38", vcf_sha256: "b".repeat(64) },
      material_id: given.hasMaterial ? (materials[0] ?? null) : null,
    })
    .execute();
  const runs: Insertable<Tables["run"]>[] = [];
  const comparisons: Insertable<Tables["comparison"]>[] = [];
  const arrival = [...given.runs.keys()].sort((a, b) => (given.order[a] ?? 0) - (given.order[b] ?? 0));
  for (const number of arrival) {
    const {
      hour: at,
      instrument,
      version,
      samples: compared,
      format,
      assay,
      isSuperseded,
    } = given.runs[number] as History["runs"][number];
    const id = newId();
    const common = {
      assay_id: assays[assay] ?? null,
      pipeline_version_id: idAt(versions, version),
      instrument_id: idAt(instruments, instrument),
    };
    runs.push({ id, name: `${prefix} ${number}`, performed_at: hour(at), ...common });
    for (const sample of compared) {
      comparisons.push({
        ...{ id: newId(), run_id: id, truth_set_id: truthSet, sample_id: idAt(samples, sample), format },
        content_sha256: "c".repeat(64),
        metrics: toJson({}),
        // The later a run the earlier its comparison: in which order runs were compared plays no part.
        performed_at: hour(100 - at),
        run_performed_at: hour(at),
        superseded_at: isSuperseded ? hour(200) : null,
        ...common,
      });
    }
  }
  await kysely.insertInto("run").values(runs).execute();
  await kysely.insertInto("comparison").values(comparisons).execute();
  for (const { hour: at, assay, instrument, version, material } of given.events) {
    await kysely
      .insertInto("change_event")
      .values({
        ...{ id: newId(), kind: "service", happened_at: hour(at), description: "of a test" },
        assay_id: idAt(assays, assay),
        instrument_id: idAt(instruments, instrument),
        pipeline_version_id: idAt(versions, version),
        material_id: idAt(materials, material),
      })
      .execute();
  }
  return truthSet;
}

function idAt(ids: readonly string[], place: number | null): string | null {
  return place === null ? null : (ids[place] ?? null);
}

/** The definition of ADR 24, read off what was given. */
function expectedSegment(
  given: History,
  of: History["runs"][number],
  { sample, prefix }: { readonly sample: number | null; readonly prefix: string },
) {
  const inSeries = given.runs.flatMap((one, number) => {
    const isOfSeries =
      !one.isSuperseded &&
      one.assay === of.assay &&
      one.instrument === of.instrument &&
      one.version === of.version &&
      one.samples.includes(sample) &&
      one.format === of.format;
    return isOfSeries ? [{ name: `${prefix} ${number}`, hour: one.hour }] : [];
  });
  if (inSeries.length === 0) return { since: null, runs: [], runsBefore: 0 };
  const ordered = inSeries.toSorted((a, b) => a.hour - b.hour || (a.name < b.name ? -1 : 1));
  const last = ordered.at(-1)?.hour ?? 0;
  const changes = given.events.filter((one) => {
    const pipeline = one.version === null ? null : PIPELINES[one.version];
    const material = one.material === null ? null : MATERIALS[one.material];
    return (
      one.hour <= last &&
      (one.assay === null || one.assay === of.assay) &&
      (one.instrument === null || one.instrument === of.instrument) &&
      (pipeline === null || (of.version !== null && pipeline === PIPELINES[of.version])) &&
      (material === null || (given.hasMaterial && material === MATERIALS[0]))
    );
  });
  const since = changes.length === 0 ? null : Math.max(...changes.map((one) => one.hour));
  const names = ordered.filter((one) => since === null || one.hour >= since).map(({ name }) => name);
  const runs = names.slice(-given.most);
  return { since: since === null ? null : hour(since), runs, runsBefore: names.length - runs.length };
}

/** Carries something out of which nothing stays: change events of one case would concern the next ones. */
async function undone(kysely: Kysely<Tables>, work: (transaction: Kysely<Tables>) => Promise<void>): Promise<void> {
  const done = new Error("done");
  await kysely
    .transaction()
    .execute(async (transaction) => {
      await work(transaction);
      throw done;
    })
    .catch((error: unknown) => {
      if (error !== done) throw error;
    });
}

/** A history costs a few dozen statements. */
const RUNS = { pglite: 60, postgresql: 120 };

describe.each(databaseKinds)("segments of scores on %s", (kind: Database["kind"]) => {
  let opened: TestDatabase;
  let laboratory: Laboratory;

  beforeAll(async () => {
    opened = await createMigratedDatabase(kind);
    laboratory = await createLaboratory(opened.database.kysely);
  });

  afterAll(() => opened.remove());

  test("are the runs of a series since the last change that concerns them, whatever the order of arrival", async () => {
    const { kysely } = opened.database;
    let cases = 0;
    await fc.assert(
      fc.asyncProperty(history, async (given) => {
        const prefix = `case ${cases++}`;
        await undone(kysely, async (transaction) => {
          const truthSetId = await keep(transaction, laboratory, given, prefix);
          const places = given.runs.flatMap((of) => of.samples.map((sample) => ({ of, sample })));
          for (const { of, sample } of places) {
            const series: ScoreSeries = {
              assayId: laboratory.assays[of.assay] ?? "",
              truthSetId,
              pipelineVersionId: idAt(laboratory.versions, of.version),
              instrumentId: idAt(laboratory.instruments, of.instrument),
              sampleId: idAt(laboratory.samples, sample),
              format: of.format,
            };
            const names = await nameSeries(transaction, series);
            const { since, runs, runsBefore } = await segmentOfScores(transaction, series, names, { most: given.most });
            const found = { since, runs: runs.map(({ name }) => name), runsBefore };
            expect(found).toEqual(expectedSegment(given, of, { sample, prefix }));
          }
        });
      }),
      { numRuns: RUNS[kind], endOnFailure: true },
    );
  }, 120_000);
});
