import type { paths } from "@touchstone/client";
import type { ResultFile } from "@touchstone/ingest";
import { type RunDescription, runToRecord } from "./new-run.ts";
import { type Recorded, unresolvedAlerts } from "./recorded.ts";
import type { Recording } from "./recording.ts";
import { sentFile } from "./sent-file.ts";

const ADDRESS = "/api/v1/reproducibility";

type NewStudy = paths[typeof ADDRESS]["post"]["requestBody"]["content"]["application/json"];

/** Files of one study of replicates, and what they are recorded under. */
export interface StudyToRecord {
  readonly files: readonly ResultFile[];
  /** When it was finished, UTC. */
  readonly performedAt: string;
  readonly run: string;
  readonly description: RunDescription;
  /** Name of the study, where a run has several; that of the run unless given. */
  readonly study?: string | undefined;
  /** Why it takes the place of the run's study of that name. */
  readonly supersede?: string | undefined;
}

/**
 * Records a study of replicates and returns what was judged.
 *
 * @throws ClientError for what the API refuses.
 */
export async function recordStudy(
  { client, headersOf }: Recording,
  { files, performedAt, run: name, description, study, supersede }: StudyToRecord,
): Promise<Recorded> {
  const { run } = await runToRecord(client, name, description, performedAt);
  const [sample, ...otherSamples] = description.samples ?? [];
  const body: NewStudy = {
    run,
    ...(study === undefined ? {} : { name: study }),
    ...(sample === undefined || otherSamples.length > 0 ? {} : { sample }),
    files: files.map(sentFile),
    ...(supersede === undefined ? {} : { supersede: { reason: supersede } }),
  };
  const { data, response } = await client.POST(ADDRESS, { body, headers: headersOf(ADDRESS, body) });
  if (data?.run == null) throw new TypeError("an answer without a run");
  const { verdict } = data;
  const { id } = data.run;
  return {
    kind: "replicate study",
    files: files.map((file) => file.name),
    run: { id, name: data.run.name },
    isNew: response.status === 201,
    state: verdict?.state ?? null,
    verdicts: verdict === null ? [] : [{ state: verdict.state, reason: verdict.reason, sentence: verdict.sentence }],
    alerts: await unresolvedAlerts(client, id),
  };
}
