import { parseMoment } from "@touchstone/quality";
import { InvalidArgumentError, Option } from "commander";
import { CliError } from "../error.ts";

/**
 * The values of options that a command cannot do without. They are no `requiredOption`: commander would name a missing
 * one before it names a misspelt one.
 *
 * @throws CliError TS_USAGE naming every missing one.
 */
export function requireOptions<T extends object, K extends keyof T & string>(
  values: T,
  names: readonly K[],
): { readonly [P in K]-?: NonNullable<T[P]> } {
  const missing = names.filter((name) => values[name] === undefined).map((name) => `--${name}`);
  if (missing.length > 0) throw new CliError("TS_USAGE", `${missing.join(", ")} missing`, "See --help of the command.");
  return values as { readonly [P in K]-?: NonNullable<T[P]> };
}

/** A parser of option values that are a date or a time, as moment in UTC. */
export function parseTime(text: string): string {
  const moment = parseMoment(text);
  if (moment === null)
    throw new InvalidArgumentError("Give a date or time such as 2026-01-31 or 2026-01-31T08:00:00Z.");
  return moment;
}

/** `--log-format`, which `createReporter` has read before; here it is held to its values and shown in the help. */
export function logFormatOption(): Option {
  return new Option("--log-format <format>", "warnings and errors").choices(["text", "json"]).default("text");
}
