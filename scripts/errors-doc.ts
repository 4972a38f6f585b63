import { type ErrorEntry, errorCatalogue } from "@touchstone/model/errors";

const EXIT_CODES: Readonly<Record<ErrorEntry["exitCode"], string>> = {
  1: "a check failed, or what was run did",
  2: "the command line is wrong",
  65: "an input holds bad data",
  66: "an input is missing",
  70: "an internal error",
  73: "an output cannot be written",
  75: "try again later",
};

/** Text of docs/errors.md, made from the error catalogue. */
export function errorsDocument(): string {
  const exitCodes = Object.entries(EXIT_CODES).map(([code, meaning]) => `| ${code} | ${meaning} |`);
  const entries = Object.entries(errorCatalogue).map(([code, entry]) => describeEntry(code, entry));
  return [
    "# Errors",
    "Made from `packages/model/src/errors.ts` by `npm run errors-doc`; edit the catalogue, not this page.",
    "An error is printed as `touchstone: error CODE: what happened`, with advice on the next line. Codes are stable. " +
      "With `--log-format json` the same is one JSON object. Other exit codes: 0 done, 130, 143 and 129 " +
      "interrupted by SIGINT, SIGTERM and SIGHUP.",
    ["| exit code | meaning |", "|---|---|", ...exitCodes].join("\n"),
    ...entries,
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
}

function describeEntry(code: string, { summary, hint, exitCode, httpStatus, retryable }: ErrorEntry): string {
  const again = retryable ? "yes" : "no";
  const facts = `Exit code ${exitCode} · HTTP status ${httpStatus} · worth repeating unchanged: ${again}`;
  return `## ${code}\n\n${summary}\n\n**What to do.** ${hint}\n\n${facts}`;
}
