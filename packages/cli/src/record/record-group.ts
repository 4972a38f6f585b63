import { CliError } from "../error.ts";
import type { ResultGroup } from "./group-results.ts";
import type { RunDescription } from "./new-run.ts";
import { recordComparison } from "./record-comparison.ts";
import type { Recorded } from "./recorded.ts";
import type { Recording } from "./recording.ts";
import type { NamedVersion } from "./run-options.ts";

/** What is said about the results beside their files. */
export interface Said {
  /** The run of results that do not name theirs. */
  readonly run?: string | undefined;
  readonly description: RunDescription;
  readonly truthSet?: NamedVersion | undefined;
  readonly supersede?: string | undefined;
}

/** Something that was read and checked, and can be recorded. */
export type ReadyGroup = (recording: Recording) => Promise<Recorded>;

/**
 * Checks that a group of files can be recorded.
 *
 * @throws CliError TS_USAGE where something is missing that the files do not say.
 */
export function prepareGroup({ files }: ResultGroup, { run, description, truthSet, supersede }: Said): ReadyGroup {
  if (run === undefined) {
    const names = files.map(({ name }) => name).join(", ");
    throw new CliError("TS_USAGE", `--run missing: ${names} do not say which run they are of`);
  }
  return (recording) => recordComparison(recording, { files, run, description, truthSet, supersede });
}
