import type { BenchServer } from "./bench-server.ts";

/** Controls of the panel: as many variants of a reference sample. */
export const PANEL_SIZE = 5000;
const MATERIAL = "panel control";
const HISTORY_RUNS = 20;
const DAY_MILLISECONDS = 86_400_000;
const FIRST_DAY = Date.UTC(2026, 6, 1);

/** A run in which every control of the panel was measured once, so many days after 1 July 2026. */
export function panelRun(name: string, days: number, imported = false) {
  const measurements = Array.from({ length: PANEL_SIZE }, (_, place) => ({
    material: MATERIAL,
    analyte: `chr1:${1_000_000 + place} A>G`,
    kind: "vaf",
    value: vaf(place, days),
    depth: 2000,
  }));
  const performedAt = new Date(FIRST_DAY + days * DAY_MILLISECONDS).toISOString();
  return { run: { name, performedAt, ...(imported ? { imported } : {}) }, measurements };
}

/** Around 0.3 with an SD of 0.01, roughly normal, the same for the same variant and day. */
function vaf(place: number, days: number): number {
  let sum = 0;
  for (let term = 1; term <= 12; term++)
    sum += fraction(Math.sin(place * 12.9898 + days * 78.233 + term * 37.719) * 43_758.5453);
  return 0.3 + 0.01 * (sum - 6);
}

function fraction(value: number): number {
  return value - Math.floor(value);
}

/** Takes in runs of the time before, and has two people approve the baseline that is made of them. */
export async function approvePanelBaseline(server: BenchServer): Promise<void> {
  for (let run = 0; run < HISTORY_RUNS; run++) {
    await server.ask("POST", "/measurements", panelRun(`panel history ${run}`, run - HISTORY_RUNS, true));
  }
  const at = (days: number) => new Date(FIRST_DAY + days * DAY_MILLISECONDS).toISOString();
  const establish = {
    name: "panel",
    materials: [{ name: MATERIAL }],
    from: at(-HISTORY_RUNS),
    before: at(0),
    effectiveFrom: at(0),
  };
  const { id } = await server.ask("POST", "/baselines", { establish });
  for (const name of ["reviewer", "director"] as const) {
    const { headers, password } = await server.person(`bench ${name}`, name);
    await server.ask("POST", `/baselines/${id}/approve`, { meaning: "reviewed and approved", password }, headers);
  }
}
