import { readFileSync } from "node:fs";
import { CliError } from "../error.ts";

/**
 * The first line of a file, of standard input for `-`: a password on the command line would be seen by every process of the
 * machine.
 *
 * @throws CliError TS_USAGE when it cannot be read.
 */
export function readPassword(file: string): string {
  try {
    const [line = ""] = readFileSync(file === "-" ? 0 : file, "utf8").split(/\r?\n/);
    return line;
  } catch {
    throw new CliError("TS_USAGE", `${file}: the password cannot be read`);
  }
}
