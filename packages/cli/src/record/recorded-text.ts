import { type Recorded, type TaskCounts, type VerdictState, whyNotJudged } from "./recorded.ts";

/** What was recorded and judged, in one line. */
export function recordedLine(recorded: Recorded): string {
  const { run, isNew, tasks, measurements } = recorded;
  if (tasks !== undefined) return tasksLine(recorded, tasks);
  const were = measurements === undefined || measurements === 1 ? "was" : "were";
  const subject = measurements === undefined ? recorded.kind : counted(measurements, "measurement");
  return `${subject} of run ${run.name} ${isNew ? "recorded" : `${were} recorded before`}: ${judgement(recorded)}`;
}

function judgement(recorded: Recorded): string {
  const { state, alerts, isImported } = recorded;
  if (isImported === true) return "imported, and not judged";
  const cause = whyNotJudged(recorded);
  if (cause !== null) return `nothing was judged. ${cause}`;
  return `${state ?? "not judged"}${alerts.length === 0 ? "" : `; ${counted(alerts.length, "alert")} open`}`;
}

function tasksLine({ run, status }: Recorded, { added, changed, unchanged }: TaskCounts): string {
  return `tasks of run ${run.name}: ${added} new, ${changed} changed, ${unchanged} known before; the run is ${status}`;
}

/**
 * Everything that was recorded: a line each, every verdict that is not in control and every alert below it, and how many
 * runs are in which state. Imported runs, which nobody judges, are told of together.
 */
export function recordedText(recorded: readonly Recorded[]): string {
  const imported = recorded.filter(({ isImported }) => isImported === true);
  const others = recorded.filter(({ isImported }) => isImported !== true);
  return [
    ...others.map(withVerdicts),
    ...measuredSummary(others),
    ...(imported.length > 1 ? [importedSummary(imported)] : imported.map(recordedLine)),
  ].join("\n");
}

function withVerdicts(recorded: Recorded): string {
  const isJudged = whyNotJudged(recorded) === null;
  const verdicts = recorded.verdicts.filter(({ state }) => isJudged && state !== "in control");
  return [
    recordedLine(recorded),
    ...verdicts.map(({ state, sentence }) => `  ${state}: ${sentence}`),
    ...recorded.alerts.map(({ id, subject, status }) => `  alert ${id} (${status}): ${subject}`),
  ].join("\n");
}

const STATES: readonly VerdictState[] = ["in control", "warning", "out of control", "not evaluable"];

/** Of the runs of tables: how many of them are what; nothing for a single one, whose line says it. */
export function measuredSummary(recorded: readonly Recorded[]): string[] {
  const measured = recorded.filter(({ kind, isImported }) => kind === "measurements" && isImported !== true);
  if (measured.length < 2) return [];
  const states = STATES.map((state) => `${measured.filter((one) => one.state === state).length} ${state}`);
  const causes = new Set(measured.map(whyNotJudged));
  const [cause = null] = causes.size === 1 ? causes : [];
  const what = cause === null ? states.join(", ") : "nothing was judged";
  return [`${totals(measured)}: ${what}${knownBefore(measured)}.${cause === null ? "" : ` ${cause}`}`];
}

function importedSummary(imported: readonly Recorded[]): string {
  return `${totals(imported)} imported, and not judged${knownBefore(imported)}.`;
}

function totals(measured: readonly Recorded[]): string {
  const measurements = measured.reduce((sum, one) => sum + (one.measurements ?? 0), 0);
  return `${counted(measurements, "measurement")} of ${counted(measured.length, "run")}`;
}

function knownBefore(measured: readonly Recorded[]): string {
  const known = measured.filter(({ isNew }) => !isNew).length;
  return known === 0 ? "" : `; ${counted(known, "run")} recorded before`;
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
