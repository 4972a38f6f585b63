import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { CliError } from "../error.ts";
import { withConnection } from "../server/connect.ts";
import { apiOptions, listAll } from "./api-command.ts";
import { type DatabaseArguments, printResult } from "./db-source.ts";
import { readPassword } from "./read-password.ts";
import { requireOptions } from "./shared-options.ts";

interface ApproveArguments extends DatabaseArguments {
  readonly user?: string;
  readonly passwordFile?: string;
  readonly meaning: string;
}

/** Adds options and action of `touchstone assay approve`. */
export function defineApprove(command: Command, context: CommandContext): void {
  apiOptions(command.description("sign the draft of an assay: its limits judge from then on"))
    .argument("<name>", "assay")
    .option("--user <name>", "who signs: a person with a local account (needed)")
    .option("--password-file <file>", "file with the password, - for standard input (needed)")
    .option("--meaning <text>", "what the signature says", "reviewed and approved")
    .action((name: string, values: ApproveArguments) => approveAssay(name, values, context));
}

function approveAssay(name: string, values: ApproveArguments, context: CommandContext): Promise<void> {
  const { user, passwordFile } = requireOptions(values, ["user", "passwordFile"]);
  const { meaning } = values;
  const password = readPassword(passwordFile);
  return withConnection(
    values,
    async (connection) => {
      const client = await connection.signIn(user, password);
      const drafts = await listAll(Number.POSITIVE_INFINITY, (query) =>
        client.GET("/api/v1/assays", { params: { query: { ...query, status: "draft" } } }),
      );
      const [draft, ...more] = drafts.filter((assay) => assay.name === name);
      if (draft === undefined) {
        throw new CliError("TS_USAGE", `there is no draft of an assay ${name}`, "Add one: touchstone assay add FILE.");
      }
      if (more.length > 0) {
        const versions = [draft, ...more].map(({ version }) => `v${version}`).join(", ");
        const hint = "Sign in the dashboard the one that is meant.";
        throw new CliError("TS_USAGE", `there are several drafts of assay ${name}: ${versions}`, hint);
      }
      const path = { id: draft.id };
      const { data } = await client.POST("/api/v1/assays/{id}/approve", {
        params: { path },
        body: { meaning, password },
      });
      if (data === undefined) throw new TypeError("an answer without content");
      const text = `assay ${name} v${data.version}: ${data.status}, signed by ${user}`;
      printResult(context, values.json, data, text);
    },
    { make: false },
  );
}
