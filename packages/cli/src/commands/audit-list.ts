import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { apiOptions, listAll, listText, throughApiOfRecords } from "./api-command.ts";
import type { DatabaseArguments } from "./db-source.ts";
import { integerBetween } from "./integer.ts";
import { parseTime } from "./shared-options.ts";

interface ListArguments extends DatabaseArguments {
  readonly action?: string;
  readonly actor?: string;
  readonly from?: string;
  readonly limit: number;
}

/** Adds options and action of `touchstone audit list`. */
export function defineList(command: Command, context: CommandContext): void {
  apiOptions(command.description("list rows of the audit trail, latest first"))
    .option("--action <action>", "only rows of this action, such as run.create")
    .option("--actor <name>", "only what this person or program did")
    .option("--from <time>", "only rows of this time or later", parseTime)
    .option("--limit <n>", "rows at most", integerBetween(1, 1_000_000), 50)
    .action((values: ListArguments) => list(values, context));
}

function list({ limit, action, actor, from, ...values }: ListArguments, context: CommandContext): Promise<void> {
  const filter = {
    ...(action === undefined ? {} : { action }),
    ...(actor === undefined ? {} : { actor }),
    ...(from === undefined ? {} : { from }),
  };
  return throughApiOfRecords(values, context, async (client) => {
    const rows = await listAll(limit, (query) =>
      client.GET("/api/v1/audit", { params: { query: { ...query, ...filter } } }),
    );
    type Row = (typeof rows)[number];
    const columns = [
      { title: "ROW", align: "right" as const, of: ({ sequence }: Row) => String(sequence) },
      { title: "TIME", of: ({ time }: Row) => time },
      { title: "WHO", width: 24, of: ({ actor: who }: Row) => who },
      { title: "ACTION", width: 30, of: ({ action: what }: Row) => what },
      { title: "RECORD", of: ({ subject }: Row) => `${subject.kind} ${subject.id}` },
    ];
    return { value: rows, text: listText(rows, columns, "There are no such rows.") };
  });
}
