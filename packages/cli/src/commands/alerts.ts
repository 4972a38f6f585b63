import type { TouchstoneClient } from "@touchstone/client";
import { type Command, Option } from "commander";
import type { CommandContext } from "../command.ts";
import { apiOptions, listAll, listText, throughApiOfRecords } from "./api-command.ts";
import type { DatabaseArguments } from "./db-source.ts";
import { integerBetween } from "./integer.ts";
import { requireOptions } from "./shared-options.ts";

const STATUSES = ["open", "acknowledged", "resolved"] as const;

interface AlertsArguments extends DatabaseArguments {
  readonly status?: (typeof STATUSES)[number];
  readonly assay?: string;
  readonly run?: string;
  readonly reason?: string;
  readonly limit: number;
}

/** Adds the commands `touchstone alerts ...`. */
export function define(command: Command, context: CommandContext): void {
  apiOptions(command.command("list").description("list alerts, those opened last first"))
    .addOption(new Option("--status <status>", "only alerts of this status").choices(STATUSES))
    .option("--assay <name>", "only alerts about this assay")
    .option("--run <run>", "only alerts whose cause was found in this run (name or id)")
    .option("--limit <n>", "alerts at most", integerBetween(1, 1_000_000), 50)
    .action((values: AlertsArguments) => list(values, context));
  apiOptions(command.command("show").description("show an alert: when its cause was found, and what was done"))
    .argument("<id>", "id of the alert")
    .action((id: string, values: AlertsArguments) => show(id, values, context));
  apiOptions(command.command("acknowledge").description("say that somebody is looking into an alert"))
    .argument("<id>", "id of the alert")
    .action((id: string, values: AlertsArguments) => acknowledge(id, values, context));
  apiOptions(command.command("resolve").description("close an acknowledged alert"))
    .argument("<id>", "id of the alert")
    .option("--reason <text>", "what was found and done (needed)")
    .action((id: string, values: AlertsArguments) => resolve(id, values, context));
}

function list({ limit, status, assay, run, ...values }: AlertsArguments, context: CommandContext): Promise<void> {
  return throughApiOfRecords(values, context, async (client) => {
    const filter = {
      ...(status === undefined ? {} : { status }),
      ...(assay === undefined ? {} : { assay }),
      ...(run === undefined ? {} : { runId: await idOfRun(client, run) }),
    };
    const alerts = await listAll(limit, (query) =>
      client.GET("/api/v1/alerts", { params: { query: { ...query, ...filter } } }),
    );
    type Alert = (typeof alerts)[number];
    const columns = [
      { title: "ID", of: ({ id }: Alert) => id },
      { title: "OPENED", of: ({ openedAt }: Alert) => openedAt },
      { title: "STATUS", of: ({ status: one }: Alert) => one },
      { title: "FOUND", align: "right" as const, of: ({ occurrenceCount }: Alert) => String(occurrenceCount) },
      { title: "ABOUT", of: ({ subject }: Alert) => subject },
    ];
    return { value: alerts, text: listText(alerts, columns, "There are no such alerts.") };
  });
}

async function idOfRun(client: TouchstoneClient, run: string): Promise<string> {
  const { data } = await client.GET("/api/v1/runs/{run}", { params: { path: { run } } });
  return data?.id ?? run;
}

function show(id: string, values: AlertsArguments, context: CommandContext): Promise<void> {
  return throughApiOfRecords(values, context, async (client) => {
    const { data } = await client.GET("/api/v1/alerts/{id}", { params: { path: { id } } });
    if (data === undefined) return { value: {}, text: "" };
    const lines = [
      ...titled("Alert", `${data.subject} (${data.kind})`),
      ...titled("Status", data.level === 0 ? data.status : `${data.status}, escalated to level ${data.level}`),
      ...titled("Assay", data.assay),
      ...titled("For", data.assignedTo?.printedName),
      ...titled("Resolution", data.resolution),
      ...data.occurrences.flatMap(({ time, sentence }) => titled("Found", `${time}  ${sentence}`)),
      ...data.history.flatMap(({ action, at, by, reason }) =>
        titled("Done", `${at}  ${action}${by === null ? "" : ` by ${by}`}${reason === null ? "" : `: ${reason}`}`),
      ),
    ];
    return { value: data, text: lines.join("\n") };
  });
}

function titled(title: string, text: string | null | undefined): string[] {
  return text === null || text === undefined ? [] : [`${title.padEnd(11)}${text}`];
}

function acknowledge(id: string, values: AlertsArguments, context: CommandContext): Promise<void> {
  return throughApiOfRecords(values, context, async (client) => {
    const { data } = await client.PATCH("/api/v1/alerts/{id}/acknowledge", { params: { path: { id } } });
    return { value: data ?? {}, text: `acknowledged ${data?.subject}` };
  });
}

function resolve(id: string, values: AlertsArguments, context: CommandContext): Promise<void> {
  const { reason } = requireOptions(values, ["reason"]);
  return throughApiOfRecords(values, context, async (client) => {
    const { data } = await client.PATCH("/api/v1/alerts/{id}/resolve", { params: { path: { id } }, body: { reason } });
    return { value: data ?? {}, text: `resolved ${data?.subject}` };
  });
}
