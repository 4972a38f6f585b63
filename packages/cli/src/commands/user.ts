import type { TouchstoneClient } from "@touchstone/client";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { CommandContext } from "../command.ts";
import { CliError } from "../error.ts";
import { apiOptions, listAll, listText, throughApi, throughApiOfRecords } from "./api-command.ts";
import type { DatabaseArguments } from "./db-source.ts";
import { readPassword } from "./read-password.ts";
import { requireOptions } from "./shared-options.ts";

const ROLES = ["technologist", "reviewer", "director", "auditor", "admin"] as const;
type Role = (typeof ROLES)[number];

interface UserArguments extends DatabaseArguments {
  readonly printedName?: string;
  readonly email?: string;
  readonly role?: readonly Role[];
  readonly passwordFile?: string;
  readonly oidcIssuer?: string;
  readonly oidcSubject?: string;
}

/** Adds the commands `touchstone user ...`. */
export function define(command: Command, context: CommandContext): void {
  apiOptions(command.command("add").description("add a person"))
    .argument("<name>", "name to sign in with")
    .option("--printed-name <text>", "name as signatures show it (needed)")
    .option("--email <address>", "address")
    .addOption(roleOption())
    .option("--password-file <file>", "file with the password, - for standard input")
    .option("--oidc-issuer <url>", "sign in with this provider instead of a password")
    .option("--oidc-subject <id>", "the person's id at the provider")
    .action((name: string, values: UserArguments) => addUser(name, values, context));
  apiOptions(command.command("list").description("list people and programs")).action((values: UserArguments) =>
    listUsers(values, context),
  );
  apiOptions(command.command("change").description("change roles, name or password of a person"))
    .argument("<name>", "whom")
    .option("--printed-name <text>", "name as signatures show it")
    .option("--email <address>", "address")
    .addOption(roleOption())
    .option("--password-file <file>", "file with the new password, - for standard input")
    .action((name: string, values: UserArguments) => changeUser(name, values, context));
  for (const [verb, disabled] of [
    ["disable", true],
    ["enable", false],
  ] as const) {
    apiOptions(command.command(verb).description(disabled ? "let a person or program in no more" : "let them in again"))
      .argument("<name>", "whom")
      .action((name: string, values: UserArguments) => setDisabled(name, disabled, values, context));
  }
}

function roleOption(): Option {
  return new Option("--role <role>", `role, repeatable: ${ROLES.join(", ")}`).argParser(
    (text: string, earlier: readonly Role[] = []): Role[] => {
      const role = ROLES.find((one) => one === text);
      if (role === undefined) throw new InvalidArgumentError(`Allowed choices are ${ROLES.join(", ")}.`);
      return [...new Set([...earlier, role])];
    },
  );
}

function addUser(name: string, values: UserArguments, context: CommandContext): Promise<void> {
  const { printedName } = requireOptions(values, ["printedName"]);
  const { email, role, passwordFile, oidcIssuer, oidcSubject } = values;
  if (passwordFile === undefined && oidcSubject === undefined) {
    throw new CliError(
      "TS_USAGE",
      "--password-file or --oidc-issuer with --oidc-subject missing",
      "A person signs in with one of them.",
    );
  }
  const body = {
    kind: "person" as const,
    name,
    printedName,
    roles: [...(role ?? [])],
    ...(email === undefined ? {} : { email }),
    ...(passwordFile === undefined ? {} : { password: readPassword(passwordFile) }),
    ...(oidcIssuer === undefined ? {} : { oidcIssuer }),
    ...(oidcSubject === undefined ? {} : { oidcSubject }),
  };
  return throughApi(values, context, async (client) => {
    const { data } = await client.POST("/api/v1/principals", { body });
    return { value: data ?? {}, text: `added ${name}: ${body.roles.join(", ") || "no role yet"}` };
  });
}

function listUsers(values: UserArguments, context: CommandContext): Promise<void> {
  return throughApiOfRecords(values, context, async (client) => {
    const users = await principals(client);
    type User = (typeof users)[number];
    const columns = [
      { title: "NAME", width: 30, of: ({ name }: User) => name },
      { title: "PRINTED NAME", width: 30, of: ({ printedName }: User) => printedName },
      { title: "KIND", of: ({ kind }: User) => kind },
      { title: "ROLES", of: ({ roles }: User) => roles.join(",") },
      { title: "STATE", of: ({ disabledAt }: User) => (disabledAt === null ? "in use" : "disabled") },
    ];
    return { value: users, text: listText(users, columns, "There is nobody.") };
  });
}

function changeUser(name: string, values: UserArguments, context: CommandContext): Promise<void> {
  const { printedName, email, role, passwordFile } = values;
  const body = {
    ...(printedName === undefined ? {} : { printedName }),
    ...(email === undefined ? {} : { email }),
    ...(role === undefined ? {} : { roles: [...role] }),
    ...(passwordFile === undefined ? {} : { password: readPassword(passwordFile) }),
  };
  if (Object.keys(body).length === 0)
    throw new CliError("TS_USAGE", "nothing to change is named", "See --help of the command.");
  return change(name, body, values, context, `changed ${name}`);
}

function setDisabled(name: string, disabled: boolean, values: UserArguments, context: CommandContext): Promise<void> {
  return change(name, { disabled }, values, context, `${disabled ? "disabled" : "enabled"} ${name}`);
}

function change(
  name: string,
  body: { printedName?: string; email?: string; roles?: Role[]; password?: string; disabled?: boolean },
  values: UserArguments,
  context: CommandContext,
  text: string,
): Promise<void> {
  return throughApiOfRecords(values, context, async (client) => {
    const found = (await principals(client)).find((one) => one.name === name);
    if (found === undefined)
      throw new CliError("TS_USAGE", `there is nobody named ${name}`, "See touchstone user list.");
    const { data } = await client.PATCH("/api/v1/principals/{id}", { params: { path: { id: found.id } }, body });
    return { value: data ?? {}, text };
  });
}

function principals(client: TouchstoneClient) {
  return listAll(Number.POSITIVE_INFINITY, (query) => client.GET("/api/v1/principals", { params: { query } }));
}
