import type { TouchstoneClient } from "@touchstone/client";
import { listAll } from "../commands/api-command.ts";
import { CliError } from "../error.ts";

/** Versions of a pipeline that are looked through at most. */
const MOST_VERSIONS = 10_000;

/**
 * The report of a run of the records, as the API makes it.
 *
 * @param name its name or id.
 * @throws ClientError TS_NOT_FOUND when there is no such run.
 */
export async function runPage(client: TouchstoneClient, name: string): Promise<string> {
  const path = { run: name };
  const { data } = await client.GET("/api/v1/runs/{run}/report", { params: { path }, parseAs: "text" });
  return data ?? "";
}

/**
 * The review of an assay's month, as the API makes it.
 *
 * @param month as 2026-03.
 * @throws ClientError TS_NOT_FOUND when there is no such assay, TS_REQUEST_INVALID for what is no month.
 */
export async function monthlyPage(
  client: TouchstoneClient,
  query: { readonly assay: string; readonly month: string },
): Promise<string> {
  const { data } = await client.GET("/api/v1/reports/monthly", { params: { query }, parseAs: "text" });
  return data ?? "";
}

/** Of which version of an assay, the one in force unless given, and of which runs. */
interface ValidationQuery {
  readonly assay: string;
  readonly version?: number;
  readonly performedFrom?: string;
  readonly performedBefore?: string;
}

/**
 * The validation of a pipeline version, as the API makes it.
 *
 * @throws CliError TS_USAGE when no run named that version; ClientError TS_NOT_FOUND when there is no such assay.
 */
export async function validationPage(
  client: TouchstoneClient,
  query: ValidationQuery,
  { pipeline, version }: { readonly pipeline: string; readonly version: string },
): Promise<string> {
  const versions = await listAll(MOST_VERSIONS, (query) =>
    client.GET("/api/v1/pipeline-versions", { params: { query: { ...query, pipeline } } }),
  );
  const found = versions.find((one) => one.version === version);
  if (found === undefined) {
    const known = versions.map((one) => one.version).join(", ");
    const hint = known === "" ? "No run named that pipeline." : `Runs named ${known}.`;
    throw new CliError("TS_USAGE", `there is no version ${version} of pipeline ${pipeline}`, hint);
  }
  const params = { query: { ...query, pipelineVersionId: found.id } };
  const { data } = await client.GET("/api/v1/reports/validation", { params, parseAs: "text" });
  return data ?? "";
}
