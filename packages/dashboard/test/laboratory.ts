import { PASSWORD, type TestDashboard } from "./dashboard.ts";
import { type SignedIn, signedIn } from "./signed-in.ts";

const DAY_MILLISECONDS = 86_400_000;
const SIGNATURE = { meaning: "reviewed and approved", password: PASSWORD };
const BASELINE_RUNS = 20;
const CONTROL = { material: "HD829", materialLot: "7", analyte: "EGFR L858R", kind: "quantity" } as const;

/** A small laboratory in a dashboard of a test: people, and assays whose control has mean 100 and SD 10. */
export interface TestLaboratory {
  /** A reviewer. */
  readonly rita: SignedIn;
  /** A director. */
  readonly dora: SignedIn;
  /** Approves an assay with one control and a baseline for it. */
  addAssay(name: string): Promise<void>;
  /** Adds a run performed so many days ago that measured the control; null for a run that names no assay. */
  measure(assay: string | null, run: string, daysAgo: number, value: number): Promise<void>;
}

/** Adds the people Dr rita (reviewer), Dr dora (director) and Dr tess (technologist). */
export async function startLaboratory(dashboard: TestDashboard): Promise<TestLaboratory> {
  await dashboard.addPerson("rita", "reviewer");
  await dashboard.addPerson("dora", "director");
  await dashboard.addPerson("tess", "technologist");
  const rita = await signedIn(dashboard, "rita");
  const dora = await signedIn(dashboard, "dora");
  await addHistory(rita);
  return {
    rita,
    dora,
    async addAssay(name) {
      const { id: assayId } = await rita.post("/assays", { definition: definitionOf(name) });
      await dora.post(`/assays/${assayId}/approve`, SIGNATURE);
      const baseline = await rita.post("/baselines", { assayId, establish: establishmentOf(name) });
      await dora.post(`/baselines/${baseline.id}/approve`, SIGNATURE);
    },
    async measure(assay, name, days, value) {
      const about = assay === null ? {} : { assay: { name: assay } };
      const run = { name, performedAt: ago(days), ...about };
      await rita.post("/measurements", { run, measurements: [{ ...CONTROL, value }] });
    },
  };
}

function ago(days: number): string {
  return new Date(Date.now() - days * DAY_MILLISECONDS).toISOString();
}

function definitionOf(name: string): object {
  const cited = <T>(value: T) => ({ value, citation: "validation report 7" });
  return {
    schema: "touchstone/assay/1",
    name,
    version: 1,
    materials: [{ name: CONTROL.material, lot: CONTROL.materialLot, use: "control" }],
    thresholds: [],
    analytes: [
      {
        analyte: CONTROL.analyte,
        kind: CONTROL.kind,
        materials: [CONTROL.material],
        controlIntervalDays: cited(7),
      },
    ],
    baseline: { points: cited(20) },
    ruleSet: { name: "westgard", version: 1, rules: ["1-2s", "1-3s"], citation: "Westgard 1981" },
    reproducibility: { cvLimit: cited(0.15), replicates: cited(3) },
  };
}

/** Measures the control on the 20 days before day 60 back, as a laboratory did before Touchstone: mean 100, sample SD 10. */
async function addHistory(person: SignedIn): Promise<void> {
  const distance = 10 * Math.sqrt((BASELINE_RUNS - 1) / BASELINE_RUNS);
  for (let index = 0; index < BASELINE_RUNS; index++) {
    const run = { name: `before ${index}`, performedAt: ago(80 - index), imported: true };
    const value = 100 + (index % 2 === 0 ? distance : -distance);
    await person.post("/measurements", { run, measurements: [{ ...CONTROL, value }] });
  }
}

function establishmentOf(name: string): object {
  const { material, materialLot, analyte } = CONTROL;
  const materials = [{ name: material, lot: materialLot }];
  return { name, materials, analytes: [analyte], from: ago(81), before: ago(60), effectiveFrom: ago(50) };
}
