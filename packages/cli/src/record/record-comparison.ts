import type { paths } from "@touchstone/client";
import type { ResultFile } from "@touchstone/ingest";
import { type RunDescription, runToRecord } from "./new-run.ts";
import { type Recorded, unresolvedAlerts } from "./recorded.ts";
import type { Recording } from "./recording.ts";
import type { NamedVersion } from "./run-options.ts";
import { sentFile } from "./sent-file.ts";

const ADDRESS = "/api/v1/concordance";

type NewComparison = paths[typeof ADDRESS]["post"]["requestBody"]["content"]["application/json"];

/** Files of one comparison, and what they are recorded under. */
export interface ComparisonToRecord {
  readonly files: readonly ResultFile[];
  /** When its results say that it was made, UTC; null where they do not. */
  readonly performedAt: string | null;
  readonly run: string;
  readonly description: RunDescription;
  readonly truthSet?: NamedVersion | undefined;
  /** Whose calls were compared, where the run has several samples. */
  readonly sample?: string | undefined;
  /** Why it takes the place of the comparison that the run has of the sample with the truth set. */
  readonly supersede?: string | undefined;
}

/**
 * Records a comparison and returns what was judged.
 *
 * @throws ClientError for what the API refuses.
 */
export async function recordComparison(
  { client, headersOf, warn }: Recording,
  { files, performedAt, run: name, description, truthSet, sample, supersede }: ComparisonToRecord,
): Promise<Recorded> {
  const { run } = await runToRecord(client, name, description, performedAt);
  const body: NewComparison = {
    run,
    ...(truthSet === undefined ? {} : { truthSet: { ...truthSet } }),
    ...(sample === undefined ? {} : { sample }),
    files: files.map(sentFile),
    ...(supersede === undefined ? {} : { supersede: { reason: supersede } }),
  };
  const { data, response } = await client.POST(ADDRESS, { body, headers: headersOf(ADDRESS, body) });
  if (data === undefined) throw new TypeError("an answer without content");
  for (const warning of data.warnings) warn(warning);
  return {
    kind: "comparison",
    files: files.map((file) => file.name),
    run: { id: data.run.id, name: data.run.name },
    isNew: response.status === 201,
    state: data.state,
    verdicts: data.verdicts
      .filter(({ supersededAt }) => supersededAt === null)
      .map(({ state, reason, sentence }) => ({ state, reason, sentence })),
    alerts: await unresolvedAlerts(client, data.run.id),
  };
}
