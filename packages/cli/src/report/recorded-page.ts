import type { TouchstoneClient } from "@touchstone/client";

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
