import { type Command, InvalidArgumentError, Option } from "commander";
import type { CommandContext } from "../command.ts";
import { apiOptions, listAll, listText, throughApi, throughApiOfRecords } from "./api-command.ts";
import type { DatabaseArguments } from "./db-source.ts";
import { integerBetween } from "./integer.ts";
import { parseTime, requireOptions } from "./shared-options.ts";

const SCOPES = ["read", "ingest", "review", "admin"] as const;
type Scope = (typeof SCOPES)[number];

interface TokenArguments extends DatabaseArguments {
  readonly for?: string;
  readonly name?: string;
  readonly scope?: readonly Scope[];
  readonly expires?: string;
  readonly limit: number;
}

/** Adds the commands `touchstone token ...`. */
export function define(command: Command, context: CommandContext): void {
  apiOptions(command.command("create").description("make a token for a program; it is printed once and kept nowhere"))
    .option("--for <program>", "name of the program, added when it is new (needed)")
    .option("--name <text>", "what the token is for (default: the program's name)")
    .addOption(
      new Option("--scope <scope>", `what it may do, repeatable: ${SCOPES.join(", ")} (needed)`).argParser(scopes),
    )
    .option("--expires <time>", "when it ends, in 400 days at most (default: in 90 days)", parseTime)
    .action((values: TokenArguments) => createToken(values, context));
  apiOptions(command.command("list").description("list tokens, newest first"))
    .option("--limit <n>", "tokens at most", integerBetween(1, 100_000), 100)
    .action((values: TokenArguments) => listTokens(values, context));
  apiOptions(command.command("revoke").description("revoke a token, at once and for good"))
    .argument("<id>", "id of the token")
    .action((id: string, values: TokenArguments) => revokeToken(id, values, context));
}

function scopes(text: string, earlier: readonly Scope[] = []): Scope[] {
  const added = text.split(",").map((word) => SCOPES.find((scope) => scope === word));
  if (added.some((scope) => scope === undefined)) {
    throw new InvalidArgumentError(`Allowed choices are ${SCOPES.join(", ")}.`);
  }
  return [...new Set([...earlier, ...added.filter((scope) => scope !== undefined)])];
}

function createToken(values: TokenArguments, context: CommandContext): Promise<void> {
  const { for: program, scope } = requireOptions(values, ["for", "scope"]);
  return throughApi(values, context, async (client) => {
    const principals = await listAll(Number.POSITIVE_INFINITY, (query) =>
      client.GET("/api/v1/principals", { params: { query } }),
    );
    const known = principals.find(({ name }) => name === program);
    const principal =
      known ??
      (await client.POST("/api/v1/principals", { body: { kind: "service", name: program, printedName: program } }))
        .data;
    const { data } = await client.POST("/api/v1/tokens", {
      body: {
        name: values.name ?? program,
        scopes: [...scope],
        ...(principal === undefined ? {} : { principalId: principal.id }),
        ...(values.expires === undefined ? {} : { expiresAt: values.expires }),
      },
    });
    return { value: data ?? {}, text: data?.token ?? "" };
  });
}

function listTokens(values: TokenArguments, context: CommandContext): Promise<void> {
  return throughApiOfRecords(values, context, async (client) => {
    const tokens = await listAll(values.limit, (query) => client.GET("/api/v1/tokens", { params: { query } }));
    const columns = [
      { title: "ID", of: (token: (typeof tokens)[number]) => token.id },
      { title: "NAME", width: 24, of: (token: (typeof tokens)[number]) => token.name },
      { title: "BEGINS", of: (token: (typeof tokens)[number]) => token.prefix },
      { title: "SCOPES", of: (token: (typeof tokens)[number]) => token.scopes.join(",") },
      {
        title: "EXPIRES",
        of: (token: (typeof tokens)[number]) => (token.revokedAt === null ? token.expiresAt : "revoked"),
      },
    ];
    return { value: tokens, text: listText(tokens, columns, "There are no tokens.") };
  });
}

function revokeToken(id: string, values: TokenArguments, context: CommandContext): Promise<void> {
  return throughApiOfRecords(values, context, async (client) => {
    const { data } = await client.DELETE("/api/v1/tokens/{id}", { params: { path: { id } } });
    return { value: data ?? {}, text: `revoked ${data?.name} (${data?.prefix}...)` };
  });
}
