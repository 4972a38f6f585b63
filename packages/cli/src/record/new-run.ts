import { ClientError, type paths, type TouchstoneClient } from "@touchstone/client";
import type { NamedPipeline, RunArguments } from "./run-options.ts";

/** A run as a request names it. */
export type NewRun = paths["/api/v1/runs"]["post"]["requestBody"]["content"]["application/json"];

/** A run as answers show it. */
export type Run = paths["/api/v1/runs"]["get"]["responses"]["200"]["content"]["application/json"]["items"][number];

/** What is said about a run, beside its name. */
export interface RunDescription extends RunArguments {
  readonly samples?: readonly string[];
  readonly reagentLots?: readonly { readonly reagent: string; readonly lot: string }[];
  readonly performedAt?: string;
  /** Of the pipeline. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly inputsSha256?: string;
}

/** The run as a request describes it: what is not said is left out, and then is no contradiction to what is stored. */
export function describeRun(name: string, description: RunDescription): NewRun {
  const { assay, pipeline, instrument, samples, reagentLots, performedAt, parameters, inputsSha256 } = description;
  return {
    name,
    ...(assay === undefined ? {} : { assay: { name: assay } }),
    ...(pipeline === undefined ? {} : { pipelineVersion: pipelineVersion(pipeline) }),
    ...(instrument === undefined ? {} : { instrument }),
    ...(samples === undefined ? {} : { samples: [...samples] }),
    ...(reagentLots === undefined ? {} : { reagentLots: [...reagentLots] }),
    ...(performedAt === undefined ? {} : { performedAt }),
    ...(parameters === undefined ? {} : { parameters: { ...parameters } }),
    ...(inputsSha256 === undefined ? {} : { inputsSha256 }),
  };
}

function pipelineVersion({ name, version, revision }: NamedPipeline): NonNullable<NewRun["pipelineVersion"]> {
  return { pipeline: name, version, ...(revision === undefined ? {} : { revision }) };
}

/** The run of that name; null when there is none. */
export async function findRun(client: TouchstoneClient, name: string): Promise<Run | null> {
  try {
    const { data } = await client.GET("/api/v1/runs/{run}", { params: { path: { run: name } } });
    return data ?? null;
  } catch (error) {
    if (error instanceof ClientError && error.code === "TS_NOT_FOUND") return null;
    throw error;
  }
}

/**
 * The run to send with results: what was said, and for one that is not there yet also when its results say that it was
 * performed, and that it succeeded, since there are results. A run keeps the time that it was recorded with.
 */
export async function runToRecord(
  client: TouchstoneClient,
  name: string,
  description: RunDescription,
  performedAt: string | null,
): Promise<{ readonly run: NewRun; readonly stored: Run | null }> {
  const stored = await findRun(client, name);
  const run = describeRun(name, description);
  if (stored !== null) return { run, stored };
  return { run: { ...(performedAt === null ? {} : { performedAt }), ...run, status: "succeeded" }, stored };
}
