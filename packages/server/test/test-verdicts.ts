import type { RuleSetDocument } from "@touchstone/model";
import type { RunVerdict } from "@touchstone/quality";
import { newId, type Tables, toJson } from "@touchstone/store";
import type { Kysely } from "kysely";
import { exampleSha256 } from "./example-sha256.ts";

/** Verdicts of tests: rows as the judging of results leaves them. */
export class TestVerdicts {
  readonly #kysely: Kysely<Tables>;
  #materialId: string | null = null;
  #baselineId: string | null = null;

  constructor(kysely: Kysely<Tables>) {
    this.#kysely = kysely;
  }

  /** An approved rule set with these policies. */
  async ruleSet(name: string, policies: RuleSetDocument["policies"] = {}): Promise<string> {
    const id = newId();
    const document = { schema: "touchstone/rule-set/1", name, version: 1, rules: ["1-3s"], policies };
    const values = { id, name, version: 1, content_sha256: exampleSha256(id), document: toJson(document) };
    await this.#kysely
      .insertInto("rule_set")
      .values({ ...values, status: "approved", approved_at: new Date() })
      .execute();
    return id;
  }

  /** A verdict on a new control measurement of the run. */
  async onMeasurement(
    runId: string,
    state: RunVerdict["state"],
    { ruleSetId, reason = "no limits" }: { readonly ruleSetId: string; readonly reason?: string },
  ): Promise<string> {
    const measurementId = newId();
    const measurement = { id: measurementId, run_id: runId, analyte: `analyte ${measurementId}`, value: 0.25 };
    await this.#kysely
      .insertInto("measurement")
      .values({ ...measurement, material_id: await this.#material(), kind: "vaf", measured_at: new Date() })
      .execute();
    const isEvaluable = state !== "not evaluable";
    return this.#verdict(runId, state, {
      measurement_id: measurementId,
      baseline_id: isEvaluable ? await this.#baseline() : null,
      rule_set_id: ruleSetId,
      reason: isEvaluable ? null : reason,
    });
  }

  /** The verdict on a run as a whole. */
  onRun(runId: string, state: RunVerdict["state"]): Promise<string> {
    return this.#verdict(runId, state, { reason: state === "not evaluable" ? "missing control" : null });
  }

  /** Takes a verdict out of force. */
  async supersede(id: string): Promise<void> {
    await this.#kysely.updateTable("verdict").set({ superseded_at: new Date() }).where("id", "=", id).execute();
  }

  async #verdict(runId: string, state: RunVerdict["state"], rest: object): Promise<string> {
    const id = newId();
    await this.#kysely
      .insertInto("verdict")
      .values({
        id,
        run_id: runId,
        state,
        sentence: `${id} is ${state}.`,
        inputs_sha256: exampleSha256(id),
        touchstone: "0.0.0-test",
        ...rest,
      })
      .execute();
    return id;
  }

  async #material(): Promise<string> {
    if (this.#materialId !== null) return this.#materialId;
    this.#materialId = newId();
    const material = { id: this.#materialId, name: `material ${this.#materialId}`, use: "control" } as const;
    await this.#kysely.insertInto("material").values(material).execute();
    return this.#materialId;
  }

  async #baseline(): Promise<string> {
    if (this.#baselineId !== null) return this.#baselineId;
    const id = newId();
    const moment = new Date();
    await this.#kysely
      .insertInto("baseline")
      .values({
        id,
        name: `baseline ${id}`,
        version: 1,
        content_sha256: exampleSha256(id),
        document: toJson({}),
        established_at: moment,
        effective_from: moment,
      })
      .execute();
    this.#baselineId = id;
    return id;
  }
}
