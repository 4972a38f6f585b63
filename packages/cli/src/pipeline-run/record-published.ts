import { existsSync } from "node:fs";
import { isPassing } from "../record/patiently.ts";
import type { Recorded } from "../record/recorded.ts";
import type { Recording } from "../record/recording.ts";
import type { FollowedRun } from "./follow-run.ts";
import type { PreparedRun } from "./prepare-run.ts";
import { recordArtifacts } from "./published-files.ts";
import { publishedResults } from "./published-results.ts";
import { recordTools } from "./published-tools.ts";
import type { RunEnd } from "./task-recorder.ts";

/** What became of what a run published. */
export interface RecordedPublished {
  readonly recorded: readonly Recorded[];
  /** Sentences on what was refused. */
  readonly problems: readonly string[];
  /** Sentences on results that the run should have and does not. */
  readonly missing: readonly string[];
}

/**
 * Records what a run published: every file by its SHA-256, and what programs it used; of one that succeeded also comparisons, studies of replicates and
 * measurements, which are judged. What is refused is told, and the rest recorded.
 *
 * @throws what says that the records cannot be reached at the moment; all of it can be sent again.
 */
export async function recordPublished(
  recording: Recording,
  { name, description, start: { outdir }, parameters, sheet }: PreparedRun,
  { published }: FollowedRun,
  { status, since }: { readonly status: RunEnd["status"]; readonly since: Date },
): Promise<RecordedPublished> {
  const recorded: Recorded[] = [];
  const problems: string[] = [];
  const attempt = async (what: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (isPassing(error)) throw error;
      problems.push(`${what} is not recorded: ${error instanceof Error ? error.message : error}`);
    }
  };
  const folder = { outdir, published, since };
  // Whoever cancels a run waits for no checksums of its files.
  if (status === "cancelled") return { recorded, problems, missing: [] };
  if (!existsSync(outdir)) {
    const problem = `${outdir} is not on this machine: its files and results are not recorded`;
    return { recorded, problems: status === "succeeded" ? [problem] : [], missing: [] };
  }
  await attempt("a file of the run", async () => {
    await recordArtifacts(recording, name, folder);
  });
  await attempt("what programs the run used", () => recordTools(recording, name, folder));
  if (status !== "succeeded") return { recorded, problems, missing: [] };
  const { results, missing } = publishedResults({ run: name, description, folder, parameters, sheet });
  for (const { what, record } of results) {
    await attempt(what, async () => {
      recorded.push(...(await record(recording)));
    });
  }
  return { recorded, problems, missing };
}
