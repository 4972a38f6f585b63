import type { Output } from "../environment.ts";
import type { Reporter } from "./reporter.ts";
import { TextReporter } from "./text-reporter.ts";

/**
 * The reporter that `--log-format` asks for. It is read before the command line is parsed, so that errors of the
 * command line itself come in that format too; a wrong value is refused later, by the command.
 */
export async function createReporter(argv: readonly string[], output: Output): Promise<Reporter> {
  if (!wantsJson(argv)) {
    return new TextReporter(output);
  }
  const { JsonReporter } = await import("./json-reporter.ts");
  return new JsonReporter(output);
}

function wantsJson(argv: readonly string[]): boolean {
  return argv.some((argument, i) => {
    return argument === "--log-format=json" || (argument === "--log-format" && argv[i + 1] === "json");
  });
}
