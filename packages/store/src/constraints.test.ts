import { createTestDatabase, databaseKinds, type TestDatabase } from "@touchstone/test-support/databases";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EXAMPLE_TIME, type ExampleIds, exampleSha256, insertExampleRows } from "../test/example-rows.ts";
import { newId } from "./database/identifier.ts";
import { migrate } from "./migrations/migrate.ts";

const CHECK = "23514";
const UNIQUE = "23505";
const FOREIGN_KEY = "23503";
const NOT_NULL = "23502";
const KEPT = "23000";

describe.each(databaseKinds)("what %s itself refuses", (kind) => {
  let opened: TestDatabase;
  let ids: ExampleIds;

  beforeAll(async () => {
    opened = await createTestDatabase(kind);
    await migrate(opened.database);
    ids = await insertExampleRows(opened.database.kysely);
  });

  afterAll(() => opened.remove());

  /** SQLSTATE of a statement, null when it was carried out; in either case it leaves nothing behind. */
  async function refusal(statement: string): Promise<string | null> {
    const undo = new Error("undo");
    try {
      await opened.database.kysely.transaction().execute(async (transaction) => {
        await sql.raw(statement).execute(transaction);
        throw undo;
      });
      return null;
    } catch (error) {
      return error === undo ? null : String((error as { code?: string }).code);
    }
  }

  function insert(table: string, values: Record<string, string | number | null>): Promise<string | null> {
    const text = (value: string | number | null) => (typeof value === "string" ? `'${value}'` : String(value));
    const columns = Object.keys(values).join(", ");
    return refusal(`insert into ${table} (${columns}) values (${Object.values(values).map(text).join(", ")})`);
  }

  describe("measurements", () => {
    const measurement = (change: Record<string, string | number | null>) =>
      insert("measurement", {
        id: newId(),
        run_id: ids.run,
        material_id: ids.material,
        analyte: "KRAS G12D",
        kind: "vaf",
        value: 0.5,
        depth: 100,
        measured_at: EXAMPLE_TIME,
        ...change,
      });

    test.each<[Record<string, string | number | null>, string | null]>([
      [{}, null],
      [{ value: 0 }, null],
      [{ value: 1 }, null],
      [{ value: 1.0000001 }, CHECK],
      [{ value: -0.1 }, CHECK],
      [{ kind: "methylation level", value: 1.5 }, CHECK],
      [{ kind: "quantity", value: 812.5 }, null],
      [{ kind: "quantity", value: "NaN" }, CHECK],
      [{ kind: "quantity", value: "Infinity" }, CHECK],
      [{ kind: "f1" }, CHECK],
      [{ value: null }, NOT_NULL],
      [{ depth: -1 }, CHECK],
      [{ depth: null }, null],
      [{ depth: "9007199254740992" }, CHECK],
      [{ analyte: "" }, CHECK],
      [{ analyte: " padded" }, CHECK],
      [{ run_id: "00000000-0000-7000-8000-00000000000f" }, FOREIGN_KEY],
      [{ analyte: "BRAF V600E" }, UNIQUE],
    ])("%j: %s", async (change, expected) => {
      expect(await measurement(change)).toBe(expected);
    });
  });

  describe("runs", () => {
    test.each([
      ["update run set status = 'succeeded', finished_at = now()", null],
      ["update run set status = 'succeeded'", CHECK],
      ["update run set status = 'queued', started_at = null", CHECK],
      ["update run set status = 'failed', finished_at = started_at - interval '1 second'", CHECK],
      ["update run set status = 'unknown'", CHECK],
      ["update run set failure = 'a message'", CHECK],
      ["update run set disposition = 'released'", CHECK],
      ["update run set disposition = 'rejected'", CHECK],
      ["update run set inputs_sha256 = 'ABC'", CHECK],
      ["delete from run", KEPT],
      ["truncate run cascade", KEPT],
    ])("%s: %s", async (statement, expected) => {
      expect(await refusal(statement)).toBe(expected);
    });

    test("a second one of the same name", async () => {
      expect(await insert("run", { id: newId(), name: "run-1", performed_at: EXAMPLE_TIME })).toBe(UNIQUE);
    });
  });

  describe("dispositions", () => {
    const hash = exampleSha256("d");
    let other: string;
    const signatures = { own: newId(), second: newId(), otherHash: newId() };

    beforeAll(async () => {
      const { kysely } = opened.database;
      other = newId();
      const person = { id: other, kind: "person", name: "d.hodgkin", printed_name: "Dorothy Hodgkin" } as const;
      await kysely.insertInto("principal").values(person).execute();
      const signed = {
        meaning: "decided",
        method: "password",
        record_kind: "disposition",
        record_id: newId(),
      } as const;
      const own = { principal_id: ids.principal, printed_name: "Rosalind Franklin", ...signed };
      const second = { principal_id: other, printed_name: "Dorothy Hodgkin", ...signed };
      await kysely
        .insertInto("signature")
        .values([
          { id: signatures.own, ...own, record_sha256: hash },
          { id: signatures.second, ...second, record_sha256: hash },
          { id: signatures.otherHash, ...second, record_sha256: exampleSha256("e") },
        ])
        .execute();
    });

    const decision = (change: Record<string, string | number | null> = {}) =>
      insert("disposition_decision", {
        id: newId(),
        run_id: ids.run,
        number: 1,
        disposition: "rejected",
        proposed: "held",
        proposal_reasons: "{}",
        is_override: "false",
        status: "in force",
        record_sha256: exampleSha256("f"),
        signed_sha256: hash,
        signature_id: signatures.own,
        signed_by: ids.principal,
        is_signed_by_director: "true",
        in_force_at: EXAMPLE_TIME,
        ...change,
      });
    /** Released although held is proposed. */
    const override = (change: Record<string, string | number | null> = {}) =>
      decision({
        disposition: "released",
        is_override: "true",
        reason: "spilt",
        second_signature_id: signatures.second,
        second_signed_by: other,
        ...change,
      });

    test("by one person, by two, and what is no signed decision", async () => {
      expect(await decision()).toBeNull();
      expect(await override()).toBeNull();
      expect(await override({ second_signature_id: null, second_signed_by: null })).toBe(CHECK);
      expect(await override({ is_signed_by_director: "false" })).toBe(CHECK);
      expect(await override({ reason: null })).toBe(CHECK);
      expect(await override({ is_override: "false" })).toBe(CHECK);
      expect(await decision({ is_override: "true", reason: "spilt" })).toBe(CHECK);
      expect(await override({ second_signature_id: signatures.own, second_signed_by: ids.principal })).toBe(CHECK);
      expect(await override({ second_signature_id: signatures.own })).toBe(FOREIGN_KEY);
      expect(await override({ second_signature_id: signatures.otherHash })).toBe(FOREIGN_KEY);
      expect(await decision({ signed_by: other })).toBe(FOREIGN_KEY);
      expect(await decision({ status: "pending", in_force_at: null })).toBe(CHECK);
    });

    test("a run is what one of its own decisions says", async () => {
      const id = newId();
      const { kysely } = opened.database;
      const undo = new Error("undo");
      const changes = [
        [`disposition = 'rejected', disposition_decision_id = '${id}'`, null],
        ["disposition = 'rejected'", CHECK],
        [`disposition = 'repeat', disposition_decision_id = '${id}'`, FOREIGN_KEY],
      ] as const;
      for (const [change, expected] of changes) {
        const changed = kysely.transaction().execute(async (transaction) => {
          await transaction
            .insertInto("disposition_decision")
            .values({
              id,
              run_id: ids.run,
              number: 1,
              disposition: "rejected",
              proposed: "held",
              proposal_reasons: [],
              is_override: false,
              status: "in force",
              record_sha256: hash,
              signed_sha256: hash,
              signature_id: signatures.own,
              signed_by: ids.principal,
              is_signed_by_director: true,
              in_force_at: EXAMPLE_TIME,
            })
            .execute();
          const signed = `disposition_at = now(), disposition_signature_id = '${signatures.own}'`;
          await sql.raw(`update run set ${signed}, ${change}`).execute(transaction);
          throw undo;
        });
        await expect(changed).rejects.toMatchObject(expected === null ? { message: "undo" } : { code: expected });
      }
    });
  });

  describe("what was written", () => {
    test.each([
      ["update measurement set value = 0.9", KEPT],
      ["delete from measurement", KEPT],
      ["update measurement set superseded_at = now()", null],
      ["update comparison_stratum set truth_tp = 1", KEPT],
      ["update assay set document = '{}'", KEPT],
      ["update assay set retired_at = now()", "23514"],
      ["update assay set status = 'retired', retired_at = now()", null],
      ["delete from event where number = 1", null],
    ])("%s: %s", async (statement, expected) => {
      expect(await refusal(statement)).toBe(expected);
    });
  });

  describe("scores", () => {
    const stratum = (change: Record<string, string | number | null>) =>
      refusal(`
        insert into comparison_stratum (id, comparison_id, variant_type, subtype, stratum, filter, ${Object.keys(change).join(", ")})
        select '${newId()}', id, 'INDEL', '*', '*', 'PASS', ${Object.values(change).map(String).join(", ")} from comparison
      `);

    test.each<[Record<string, string | number | null>, string | null]>([
      [{ truth_total: 2, truth_tp: 1, truth_fn: 1, recall: 0.5, recall_low: 0.1, recall_high: 0.9 }, null],
      [{ truth_total: 0, truth_tp: 0, truth_fn: 0, recall: null }, null],
      [{ truth_total: 0, truth_tp: 0, truth_fn: 0, recall: 1 }, CHECK],
      [{ truth_total: 1, truth_tp: 1, truth_fn: 1 }, CHECK],
      [{ query_total: 1, query_tp: 0, query_fp: 1, query_fp_genotype: 2 }, CHECK],
      [{ precision: 1.1 }, CHECK],
      [{ recall: 0.5, recall_low: 0.6, recall_high: 0.9 }, CHECK],
      [{ f1: 0.5 }, CHECK],
    ])("%j: %s", async (change, expected) => {
      expect(await stratum(change)).toBe(expected);
    });
  });

  describe("verdicts", () => {
    const common = { sentence: "text", inputs_sha256: exampleSha256("e"), touchstone: "0.1.0" };
    const verdict = (change: Record<string, string | number | null>) =>
      insert("verdict", { id: newId(), run_id: ids.run, ...common, ...change });

    test("a state without a reason where it is not evaluable, or with one where it is", async () => {
      expect(await verdict({ state: "in control" })).toBeNull();
      expect(await verdict({ state: "not evaluable" })).toBe(CHECK);
      expect(await verdict({ state: "not evaluable", reason: "no limits" })).toBeNull();
      expect(await verdict({ state: "in control", reason: "because" })).toBe(CHECK);
      expect(await verdict({ state: "passed" })).toBe(CHECK);
    });

    test("a judged measurement without baseline and rule set, a score with control rules", async () => {
      const { kysely } = opened.database;
      const measurement = await kysely.selectFrom("measurement").select("id").executeTakeFirstOrThrow();
      const stratum = await kysely
        .selectFrom("comparison_stratum")
        .select(["id", "comparison_id"])
        .executeTakeFirstOrThrow();
      expect(await verdict({ state: "in control", measurement_id: measurement.id })).toBe(CHECK);
      expect(await verdict({ state: "in control", comparison_stratum_id: stratum.id })).toBe(CHECK);
      const { id, comparison_id } = stratum;
      const ofScore = { state: "not evaluable", reason: "too few", comparison_stratum_id: id, comparison_id };
      expect(await verdict(ofScore)).toBeNull();
      expect(await verdict({ ...ofScore, score: 2.1 })).toBe(CHECK);
      expect(await verdict({ ...ofScore, measurement_id: measurement.id })).toBe(CHECK);
    });
  });

  describe("alerts", () => {
    const opening = { kind: "immediate", cause: "1-3s HG002", subject: "HG002", opened_at: EXAMPLE_TIME } as const;

    test("two of one cause, a step left out, a resolution without its reason", async () => {
      const { kysely } = opened.database;
      const id = newId();
      await kysely
        .insertInto("alert")
        .values({ id, content_id: exampleSha256("1"), ...opening })
        .execute();
      expect(await insert("alert", { id: newId(), content_id: exampleSha256("2"), ...opening })).toBe(UNIQUE);
      const by = ids.principal;
      const acknowledged = `acknowledged_at = now(), acknowledged_by = '${by}'`;
      const resolved = `resolved_at = now(), resolved_by = '${by}'`;
      expect(await refusal(`update alert set status = 'acknowledged', ${acknowledged}`)).toBeNull();
      expect(await refusal("update alert set status = 'acknowledged'")).toBe(CHECK);
      const both = `status = 'resolved', ${acknowledged}, ${resolved}, resolution = 'new lot'`;
      expect(await refusal(`update alert set ${both}`)).toBe(CHECK);
      await sql.raw(`update alert set status = 'acknowledged', ${acknowledged}`).execute(kysely);
      expect(await refusal(`update alert set status = 'resolved', ${resolved}`)).toBe(CHECK);
      expect(await refusal(`update alert set status = 'resolved', ${resolved}, resolution = 'new lot'`)).toBeNull();
      expect(await refusal("update alert set cause = 'another'")).toBe(KEPT);
    });
  });
});
