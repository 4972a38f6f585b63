import type { MonitorResultDocument } from "@touchstone/model";
import type { Measurement, MonitorEvent } from "@touchstone/quality";
import { type Command, Option } from "commander";
import type { CommandContext } from "../command.ts";
import { readText } from "../read-text.ts";
import { recordPlaceOption, refuseWithoutRecord, rowOptions } from "../record/run-options.ts";
import { readVersion } from "../version.ts";
import type { MonitoredTable, RecordMeasurementsArguments } from "./monitor-record.ts";
import { logFormatOption, requireOptions } from "./shared-options.ts";
import { textDigest } from "./text-digest.ts";

interface MonitorArguments extends RecordMeasurementsArguments {
  readonly measurements?: string;
  readonly baseline?: readonly string[];
  readonly events?: string;
  readonly rules?: string;
  readonly failOn?: "warning" | "rejection";
  readonly svg?: string;
}

/** Adds options and action of `touchstone monitor`. */
export function define(command: Command, context: CommandContext): void {
  command
    .usage("--measurements FILE --baseline FILE [options]")
    .option("--measurements <file>", "CSV or JSON: run, time, material, analyte, value, ... (needed)")
    .option("--baseline <file>", "approved baseline; repeatable, the newest in effect judges (needed)", append)
    .option("--events <file>", "CSV or JSON: time, kind [, run, analyte, material, by, note]")
    .option("--rules <file>", "rule set, YAML or JSON (default: Westgard's multirule, 1-2s as warning)")
    .addOption(
      new Option(
        "--fail-on <state>",
        "exit with 1 on a warning, or on what is out of control or not evaluable",
      ).choices(["warning", "rejection"]),
    )
    .option("--svg <prefix>", "draw a Levey-Jennings chart of each control: PREFIX.ANALYTE.MATERIAL[.LEVEL].svg")
    .option("--json", "print the verdicts as JSON")
    .addOption(logFormatOption());
  command
    .optionsGroup("Recording:")
    .option("--record [run]", "record the measurements too, each under the run of its row; RUN where rows name none");
  rowOptions(command);
  recordPlaceOption(command).action((values: MonitorArguments) => runMonitor(values, context));
}

async function runMonitor(values: MonitorArguments, context: CommandContext): Promise<void> {
  const { environment, reporter } = context;
  const { measurements: file, baseline: paths } = requireOptions(values, ["measurements", "baseline"]);
  refuseWithoutRecord(values);
  const quality = await import("@touchstone/quality");
  const ruleSet =
    values.rules === undefined ? quality.defaultRuleSet : quality.readRuleSet(readText(values.rules), values.rules);
  const baselines = paths.map((path) => {
    const baseline = quality.readBaseline(readText(path), path);
    quality.requireApproved(baseline, ruleSet.policies.approvals, path);
    return baseline;
  });
  const kinds = new Map(baselines.flatMap(({ content }) => content.series.map(({ analyte, kind }) => [analyte, kind])));
  const events = values.events === undefined ? [] : quality.readEvents(readText(values.events), values.events);
  const text = readText(file);
  const unknown = new Set<string>();
  const kindOf = (analyte: string) => {
    const kind = kinds.get(analyte);
    if (kind === undefined) unknown.add(analyte);
    // Without baseline there is no verdict; what kind of values such an analyte has then makes no difference.
    return kind ?? "quantity";
  };
  const run = typeof values.record === "string" ? { run: values.record } : {};
  const table = quality.readMeasurements(text, { file, kindOf, ...run });
  const monitored = { file, measurements: table.measurements, errorAt: table.errorAt, withoutKind: [...unknown] };
  const record = values.record === undefined ? null : await prepareRecord(monitored, values);
  if (table.unusedColumns.length > 0) reporter.warning(`columns not used: ${table.unusedColumns.join(", ")}`);
  for (const warning of unmatchedEvents(events, table.measurements)) reporter.warning(warning);
  const result = quality.monitor({
    measurements: table.measurements,
    baselines,
    events,
    ruleSet,
  });
  const charts =
    values.svg === undefined
      ? []
      : (await import("./monitor-charts.ts")).drawMonitor(values.svg, result, baselines, events);
  reporter.finish();
  if (values.json === true) {
    const inputs = { measurements: { file, sha256: textDigest(text) } };
    const identity = { schema: "touchstone/monitor/1", touchstone: readVersion() } as const;
    const document: Readable<MonitorResultDocument> = { ...identity, inputs, ...result };
    environment.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  } else {
    const { monitorText } = await import("./monitor-text.ts");
    for (const line of monitorText(result)) environment.stdout.write(`${line}\n`);
    for (const path of charts) environment.stdout.write(`Chart: ${path}\n`);
  }
  await record?.(context);
  const judged = result.runs.filter(({ proposal }) => proposal !== null);
  const fails =
    values.failOn === "warning" ? ["warning", "out of control", "not evaluable"] : ["out of control", "not evaluable"];
  if (values.failOn !== undefined && judged.some(({ state }) => fails.includes(state))) context.failCheck();
}

/** What cannot be recorded is told before anything is printed. */
async function prepareRecord(table: MonitoredTable, values: MonitorArguments) {
  const { prepareMonitorRecord } = await import("./monitor-record.ts");
  return prepareMonitorRecord(table, values);
}

/** Events that name what was not measured change nothing, which may be a slip of the pen. */
function unmatchedEvents(events: readonly MonitorEvent[], measurements: readonly Measurement[]): string[] {
  return (["run", "analyte", "material"] as const).flatMap((field) => {
    const known = new Set(measurements.map((measurement) => measurement[field]));
    const unknown = new Set(events.map((event) => event[field]).filter((name) => name !== null && !known.has(name)));
    return [...unknown].map((name) => `an event names the ${field} ${name}, which was not measured`);
  });
}

/** The same, of which nothing is changed. */
type Readable<T> = T extends object ? { readonly [K in keyof T]: Readable<T[K]> } : T;

function append(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}
