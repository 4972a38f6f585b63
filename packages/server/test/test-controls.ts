import {
  type Baseline,
  type EstablishOptions,
  establishBaseline,
  type Measurement,
  type MeasurementKind,
} from "@touchstone/quality";
import { expect } from "vitest";
import type { NewMeasurements } from "../src/measurements/schema.ts";
import { TEST_PASSWORD, type TestCaller } from "./test-server.ts";

const DAY_MILLISECONDS = 86_400_000;
const FIRST_DAY = Date.UTC(2026, 0, 1);

/** Midnight so many days after 1 January 2026. */
export function day(days: number): string {
  return new Date(FIRST_DAY + days * DAY_MILLISECONDS).toISOString();
}

/** A control of a test. */
export interface TestControl {
  readonly material: string;
  readonly materialLot?: string;
  readonly analyte: string;
  readonly level?: string;
  readonly kind?: MeasurementKind;
}

/** A measurement as quality takes it; quantities unless another kind is given. */
export function measured(days: number, run: string, control: TestControl, value: number): Measurement {
  return {
    run,
    time: day(days),
    material: control.material,
    materialLot: control.materialLot ?? null,
    analyte: control.analyte,
    level: control.level ?? null,
    kind: control.kind ?? "quantity",
    value,
    depth: null,
    instrument: null,
    reagentLot: null,
    pipelineVersion: null,
  };
}

/** Days before 2026 on which the points of `draftOf` were measured. */
const BASELINE_DAYS = 20;

/** A draft whose series have exactly this mean and sample SD, of 20 runs in the 20 days before 2026. */
export function draftOf(
  name: string,
  series: readonly { readonly control: TestControl; readonly mean: number; readonly sd: number }[],
  options: Partial<EstablishOptions> = {},
): Baseline {
  const points = series.flatMap(({ control, mean, sd }) => {
    const distance = sd * Math.sqrt((BASELINE_DAYS - 1) / BASELINE_DAYS);
    return Array.from({ length: BASELINE_DAYS }, (_, index) =>
      measured(index - BASELINE_DAYS, `${name} ${index}`, control, mean + (index % 2 === 0 ? distance : -distance)),
    );
  });
  return establishBaseline(points, {
    name,
    establishedAt: day(0),
    source: { file: "controls.csv", sha256: "0".repeat(64) },
    touchstone: "0.0.0-test",
    ...options,
  });
}

/** Signs a record's approval with the password that every person of a test has. */
export const SIGNATURE = { meaning: "reviewed and approved", password: TEST_PASSWORD };

/** Proposes a baseline and has somebody else approve it; its id. */
export async function approvedBaseline(
  proposer: TestCaller,
  approver: TestCaller,
  document: Baseline,
): Promise<string> {
  const draft = await proposer.post("/baselines", { document });
  expect(draft.statusCode, draft.body).toBe(201);
  const { id } = draft.json();
  const approved = await approver.post(`/baselines/${id}/approve`, SIGNATURE);
  expect(approved.statusCode, approved.body).toBe(200);
  expect(approved.json().status).toBe("approved");
  return id;
}

/** A value of a control in a run. */
export interface TestValue extends TestControl {
  readonly value: number;
  readonly replicate?: number;
  readonly depth?: number;
  readonly reagentLot?: { readonly reagent: string; readonly lot: string };
}

/** A request that adds measurements of a run performed so many days after 1 January 2026. */
export function measuredRun(
  name: string,
  days: number,
  values: readonly TestValue[],
  run: Partial<NewMeasurements["run"]> = {},
): NewMeasurements {
  return {
    run: { name, performedAt: day(days), ...run },
    measurements: values.map((value) => ({ kind: "quantity", ...value })),
  };
}
