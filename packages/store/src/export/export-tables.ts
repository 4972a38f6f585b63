import { comparisonStrata } from "./comparison-strata.ts";
import type { ExportTable } from "./export-table.ts";
import { measurements } from "./measurements.ts";
import { runTasks } from "./run-tasks.ts";
import { verdicts } from "./verdicts.ts";

/** Every table that can be exported. */
export const exportTables: readonly ExportTable[] = [comparisonStrata, measurements, verdicts, runTasks];
