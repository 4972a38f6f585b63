import { type ControlScore, controlScore } from "../control-charts/control-score.ts";
import { numberOf, seriesOf } from "./problem.ts";
import { isList, isRecord, type Json, type JsonRecord } from "./reference-case.ts";

/** Control measurements as scores. */
export interface ControlSeries {
  /** Names of the materials; one empty name where there is a single material without one. */
  readonly materials: readonly string[];
  /** [run][material]. */
  readonly runs: readonly (readonly ControlScore[])[];
}

/**
 * Scores of `controls` with `rows`; of `mean`, `sd` and `values`; `single_material_z`; or `z` / `run_z` of one run. Null
 * where the input has none of these.
 */
export function controlSeries(input: JsonRecord): ControlSeries | null {
  return ofControls(input) ?? ofOneMaterial(input) ?? ofOneRun(input.run_z) ?? ofOneRun(input.z);
}

function ofControls({ controls, rows }: JsonRecord): ControlSeries | null {
  if (!isRecord(controls) || !isList(rows)) return null;
  const materials = Object.keys(controls);
  const runs = rows.map((row) =>
    materials.map((name, place) => {
      const value = isList(row) ? row[place] : isRecord(row) ? row[name] : row;
      const limits = controls[name];
      if (typeof value !== "number" || !isRecord(limits)) return null;
      return controlScore(value, numberOf(limits, "mean") ?? Number.NaN, numberOf(limits, "sd"));
    }),
  );
  return { materials, runs };
}

function ofOneMaterial(input: JsonRecord): ControlSeries | null {
  const scores = seriesOf(input, "single_material_z");
  if (scores !== null) return { materials: [""], runs: scores.map((score) => [score]) };
  const [values, mean, sd] = [seriesOf(input, "values"), numberOf(input, "mean"), numberOf(input, "sd")];
  if (values === null || mean === null || sd === null) return null;
  return { materials: [""], runs: values.map((value) => [value === null ? null : controlScore(value, mean, sd)]) };
}

function ofOneRun(scores: Json | undefined): ControlSeries | null {
  if (isRecord(scores)) {
    return { materials: Object.keys(scores), runs: [Object.values(scores).map(scoreOf)] };
  }
  return isList(scores) ? { materials: scores.map((_, place) => `L${place + 1}`), runs: [scores.map(scoreOf)] } : null;
}

function scoreOf(score: Json): ControlScore {
  return typeof score === "number" ? score : null;
}
