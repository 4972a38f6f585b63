import { checkProofs } from "../check/check-proofs.ts";
import { ConcordanceError } from "../error.ts";
import { phaseRelations } from "./phase-relations.ts";
import { bordersOf } from "./range-borders.ts";
import { RangeReporter } from "./range-reporter.ts";
import type { RangeSettings } from "./range-settings.ts";
import type { RangeResult, RangeTask } from "./range-task.ts";
import type { SolvedRange } from "./solved-range.ts";

/** Mismatches named in full. */
const NAMED_MISMATCHES = 5;

/** Counts the range's records and writes its rows. */
export function reportRange(
  range: SolvedRange,
  contigName: string,
  task: RangeTask,
  settings: RangeSettings,
): RangeResult {
  if (settings.check) proveRange(range, contigName);
  const reporter = new RangeReporter(range, contigName, task, settings);
  reporter.report();
  const written = reporter.rows.finish();
  return {
    blocks: written.blocks as Buffer<ArrayBuffer>[],
    index: written.index,
    tally: range.tally.toTransferable(),
    borders: bordersOf(range, task, reporter),
    mismatchCount: range.mismatches.length,
    mismatches: range.mismatches.slice(0, NAMED_MISMATCHES),
    phase: settings.respectPhase ? phaseRelations(range, task.contig) : [],
  };
}

function proveRange(range: SolvedRange, contigName: string): void {
  const failed = checkProofs(range.calls, range.truthLabels, range.queryLabels, range.contig);
  if (failed === null) return;
  throw new ConcordanceError(
    "TS_PROOF_FAILED",
    `superlocus ${contigName}:${failed}: truth and query do not spell the same sequences`,
    { contig: contigName, position: failed },
  );
}
