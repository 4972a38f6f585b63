import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Laboratory } from "./laboratory.ts";

/** A file that is kept with a run. */
export interface UploadedFile {
  readonly kind: string;
  readonly path: string;
}

const MEDIA_TYPES: readonly (readonly [suffix: string, type: string])[] = [
  [".vcf.gz", "application/gzip"],
  [".json", "application/json"],
  [".svg", "image/svg+xml"],
  [".tsv", "text/tab-separated-values"],
];

/** Keeps a file with a run, content and all. */
export async function uploadFile({ pipelines }: Laboratory, run: string, { kind, path }: UploadedFile): Promise<void> {
  const mediaType = MEDIA_TYPES.find(([suffix]) => path.endsWith(suffix))?.[1] ?? "application/octet-stream";
  await pipelines.POST("/api/v1/runs/{run}/artifacts/upload", {
    params: { path: { run }, query: { kind, name: basename(path) } },
    body: readFileSync(path) as never,
    bodySerializer: (body) => body as never,
    headers: { "content-type": mediaType },
  });
}
