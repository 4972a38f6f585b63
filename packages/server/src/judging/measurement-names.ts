import type { BaselineIndex, Measurement } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import type { StoredPoint } from "./stored-point.ts";
import { versionText } from "./version-text.ts";

/** Gives measurements the names by which quality knows what they refer to by id. */
export class MeasurementNames {
  readonly #kysely: Kysely<Tables>;
  readonly #baselines: BaselineIndex;
  /** How the baselines name the pipeline versions that they were made by. */
  readonly #versionsOfBaselines: ReadonlySet<string>;
  readonly #made = new WeakMap<StoredPoint, Measurement>();
  readonly #runs = new Map<string, string>();
  readonly #materials = new Map<string, { readonly name: string; readonly lot: string | null }>();
  readonly #versions = new Map<string, { readonly pipeline: string; readonly version: string }>();

  /** @param baselines those that the measurements are held against. */
  constructor(kysely: Kysely<Tables>, baselines: BaselineIndex) {
    this.#kysely = kysely;
    this.#baselines = baselines;
    this.#versionsOfBaselines = new Set(
      baselines.baselines.flatMap(({ content: { pipelineVersion } }) => pipelineVersion ?? []),
    );
  }

  /** Reads the names of what the points refer to, as far as they are not known. */
  async learn(points: readonly StoredPoint[]): Promise<void> {
    const runs = new Set<string>();
    const materials = new Set<string>();
    const versions = new Set<string>();
    for (const { runId, materialId, pipelineVersionId } of points) {
      if (!this.#runs.has(runId)) runs.add(runId);
      if (!this.#materials.has(materialId)) materials.add(materialId);
      if (pipelineVersionId !== null && !this.#versions.has(pipelineVersionId)) versions.add(pipelineVersionId);
    }
    await this.#learnRuns([...runs]);
    await this.#learnMaterials([...materials]);
    await this.#learnVersions([...versions]);
  }

  /** The point as quality takes it, the same object each time. Lots of reagents are only ever compared: ids serve. */
  measurement(point: StoredPoint): Measurement {
    const made = this.#made.get(point) ?? this.#make(point);
    this.#made.set(point, made);
    return made;
  }

  #make(point: StoredPoint): Measurement {
    const material = this.#materials.get(point.materialId);
    const named = (pipelineVersion: string | null): Measurement => ({
      run: this.#runs.get(point.runId) ?? "",
      time: point.time.toISOString(),
      material: material?.name ?? "",
      materialLot: material?.lot ?? null,
      analyte: point.analyte,
      level: point.level,
      kind: point.kind,
      value: point.value,
      depth: point.depth,
      instrument: null,
      reagentLot: point.reagentLotId,
      pipelineVersion,
    });
    return this.#ofVersion(point, named);
  }

  /**
   * By "germline 1.4.0", or by the version alone where it is how a baseline, made elsewhere, names it. Where baselines do
   * both: by the one whose limits hold for the measurement.
   */
  #ofVersion({ pipelineVersionId }: StoredPoint, named: (pipelineVersion: string | null) => Measurement): Measurement {
    if (pipelineVersionId === null) return named(null);
    const { pipeline = "", version = "" } = this.#versions.get(pipelineVersionId) ?? {};
    const text = versionText(pipeline, version);
    if (!this.#versionsOfBaselines.has(version)) return named(text);
    if (!this.#versionsOfBaselines.has(text)) return named(version);
    const [inFull, alone] = [named(text), named(version)];
    return !this.#holds(inFull) && this.#holds(alone) ? alone : inFull;
  }

  #holds(measurement: Measurement): boolean {
    if (this.#baselines.kindOf(measurement) !== measurement.kind) return false;
    return "limits" in this.#baselines.choose(measurement);
  }

  async #learnRuns(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const rows = await this.#kysely.selectFrom("run").select(["id", "name"]).where("id", "in", ids).execute();
    for (const { id, name } of rows) this.#runs.set(id, name);
  }

  async #learnMaterials(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const rows = await this.#kysely
      .selectFrom("material")
      .select(["id", "name", "lot"])
      .where("id", "in", ids)
      .execute();
    for (const { id, name, lot } of rows) this.#materials.set(id, { name, lot });
  }

  async #learnVersions(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const rows = await this.#kysely
      .selectFrom("pipeline_version")
      .select(["id", "pipeline", "version"])
      .where("id", "in", ids)
      .execute();
    for (const { id, pipeline, version } of rows) this.#versions.set(id, { pipeline, version });
  }
}

/** The order of measurements: that of their runs, by time, and by name where times are the same. */
export function byMeasurementOrder(a: Measurement, b: Measurement): number {
  if (a.time !== b.time) return a.time < b.time ? -1 : 1;
  return a.run < b.run ? -1 : a.run > b.run ? 1 : 0;
}
