import { raiseFindings } from "../alerts/raise-findings.ts";
import type { Writing } from "../writing/perform.ts";
import { findExpiringLots } from "./find-expiring-lots.ts";
import { findOverdueControls } from "./find-overdue-controls.ts";

/** Raises alerts for controls that nobody measured in time; what is known already changes nothing. */
export async function raiseOverdueControls(writing: Writing): Promise<void> {
  for (const { assay, finding } of await findOverdueControls(writing.transaction, writing.at)) {
    await raiseFindings(writing, [finding], { runId: null, assay });
  }
}

/** Raises alerts for lots that expire within so many days, or have. */
export async function raiseExpiringLots(writing: Writing, warningDays: number): Promise<void> {
  const findings = await findExpiringLots(writing.transaction, writing.at, warningDays);
  await raiseFindings(writing, findings, { runId: null });
}
