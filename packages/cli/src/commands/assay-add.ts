import { readAssay } from "@touchstone/quality";
import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { readText } from "../read-text.ts";
import { apiOptions, throughApi } from "./api-command.ts";
import type { DatabaseArguments } from "./db-source.ts";

/** Adds options and action of `touchstone assay add`. */
export function defineAdd(command: Command, context: CommandContext): void {
  apiOptions(command.description("add an assay definition to the records, as a draft; the same again changes nothing"))
    .argument("<file>", "definition, YAML or JSON")
    .action((file: string, values: DatabaseArguments) => addAssay(file, values, context));
}

function addAssay(file: string, values: DatabaseArguments, context: CommandContext): Promise<void> {
  const definition = readText(file);
  // What is wrong with it is told with its line, before the records are reached.
  readAssay(definition, file);
  return throughApi(values, context, async (client) => {
    const { data } = await client.POST("/api/v1/assays", { body: { definition } });
    if (data === undefined) throw new TypeError("an answer without content");
    const { name, version, status, obstacles } = data;
    const left = obstacles.map(({ pointer, message }) => `\n  ${pointer}: ${message}`).join("");
    const text = `assay ${name} v${version}: ${status}${left === "" ? "" : `; it cannot be approved:${left}`}`;
    return { value: data, text };
  });
}
