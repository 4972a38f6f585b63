import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { paths } from "@touchstone/client";
import { IngestError } from "@touchstone/ingest";
import type { Recording } from "../record/recording.ts";
import { isOfRun, type PublishedFolder } from "./published-files.ts";

const ADDRESS = "/api/v1/runs/{run}/tools";

type Tools = paths[typeof ADDRESS]["put"]["requestBody"]["content"]["application/json"];

/**
 * Records which programs a run was carried out with, and which stood in for others, as its pipeline says. A pipeline that
 * says neither has nothing recorded.
 *
 * @throws IngestError when one of the two is missing, SyntaxError when it is no JSON; ClientError for what the API refuses.
 */
export async function recordTools(
  { client, headersOf }: Recording,
  run: string,
  folder: PublishedFolder,
): Promise<void> {
  const { outdir } = folder;
  const read = (name: string) => readPublished(join(outdir, "pipeline_info", name), folder);
  const [versions, substitutions] = [read("versions.json"), read("substitutions.json")];
  if (versions === null && substitutions === null) return;
  if (versions === null || substitutions === null) {
    const missing = versions === null ? "versions.json" : "substitutions.json";
    const message = `${outdir}/pipeline_info has no ${missing} of this run`;
    throw new IngestError("TS_RESULT_INVALID", message, { file: join(outdir, "pipeline_info", missing) });
  }
  const body = { toolVersions: versions, substitutions } as Tools;
  const headers = headersOf(`/api/v1/runs/${run}/tools`, body);
  await client.PUT(ADDRESS, { params: { path: { run } }, body, headers });
}

/** Content of a file of this run; null where there is none. */
function readPublished(file: string, folder: PublishedFolder): unknown {
  return existsSync(file) && isOfRun(file, folder) ? JSON.parse(readFileSync(file, "utf8")) : null;
}
