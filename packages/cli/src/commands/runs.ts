import { type Command, Option } from "commander";
import type { CommandContext } from "../command.ts";
import { apiOptions, listAll, listText, throughApiOfRecords } from "./api-command.ts";
import type { DatabaseArguments } from "./db-source.ts";
import { integerBetween } from "./integer.ts";
import { parseTime } from "./shared-options.ts";

const STATUSES = ["queued", "running", "succeeded", "failed", "cancelled"] as const;
const DISPOSITIONS = ["released", "held", "rejected", "repeat"] as const;

interface RunsArguments extends DatabaseArguments {
  readonly status?: (typeof STATUSES)[number];
  readonly disposition?: (typeof DISPOSITIONS)[number];
  readonly from?: string;
  readonly limit: number;
}

/** Adds the commands `touchstone runs ...`. */
export function define(command: Command, context: CommandContext): void {
  apiOptions(command.command("list").description("list runs, latest first"))
    .addOption(new Option("--status <status>", "only runs of this status").choices(STATUSES))
    .addOption(new Option("--disposition <disposition>", "only runs whose results are so").choices(DISPOSITIONS))
    .option("--from <time>", "only runs performed at this time or later", parseTime)
    .option("--limit <n>", "runs at most", integerBetween(1, 1_000_000), 50)
    .action((values: RunsArguments) => listRuns(values, context));
  apiOptions(command.command("show").description("show a run: its status, and whether its results may leave the house"))
    .argument("<run>", "name or id")
    .action((run: string, values: RunsArguments) => showRun(run, values, context));
}

function listRuns(values: RunsArguments, context: CommandContext): Promise<void> {
  const { status, disposition, from } = values;
  const filter = {
    ...(status === undefined ? {} : { status }),
    ...(disposition === undefined ? {} : { disposition }),
    ...(from === undefined ? {} : { performedFrom: from }),
  };
  return throughApiOfRecords(values, context, async (client) => {
    const runs = await listAll(values.limit, (query) =>
      client.GET("/api/v1/runs", { params: { query: { ...query, ...filter } } }),
    );
    type Run = (typeof runs)[number];
    const columns = [
      { title: "RUN", width: 40, of: ({ name }: Run) => name },
      { title: "PERFORMED", of: ({ performedAt }: Run) => performedAt },
      { title: "ASSAY", width: 20, of: ({ assay }: Run) => assay?.name ?? "" },
      { title: "STATUS", of: ({ status: one }: Run) => one },
      { title: "RESULTS", of: ({ disposition: one }: Run) => one },
      { title: "PROPOSED", of: ({ proposedDisposition }: Run) => proposedDisposition ?? "" },
    ];
    return { value: runs, text: listText(runs, columns, "There are no such runs.") };
  });
}

function showRun(run: string, values: RunsArguments, context: CommandContext): Promise<void> {
  return throughApiOfRecords(values, context, async (client) => {
    const { data } = await client.GET("/api/v1/runs/{run}", { params: { path: { run } } });
    if (data === undefined) return { value: {}, text: "" };
    const rows: readonly (readonly [string, string])[] = [
      ["Run", data.name],
      ["Performed", data.performedAt],
      ["Assay", data.assay === null ? "" : `${data.assay.name}, version ${data.assay.version}`],
      [
        "Pipeline",
        data.pipelineVersion === null ? "" : `${data.pipelineVersion.pipeline} ${data.pipelineVersion.version}`,
      ],
      ["Instrument", data.instrument?.name ?? ""],
      ["Samples", data.samples.join(", ")],
      ["Lots", data.reagentLots.map(({ reagent, lot }) => `${reagent} ${lot}`).join(", ")],
      ["Status", data.failure === null ? data.status : `${data.status}: ${data.failure}`],
      ["Results", data.disposition],
      ["Proposed", data.proposedDisposition ?? "nothing yet"],
      ...data.proposalReasons.map((reason) => ["", reason] as const),
    ];
    const shown = rows.filter(([, value]) => value !== "");
    return { value: data, text: shown.map(([title, value]) => `${title.padEnd(11)}${value}`).join("\n") };
  });
}
