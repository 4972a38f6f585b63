import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import type { Recording } from "../record/recording.ts";

const ADDRESS = "/api/v1/runs/{run}/artifacts";

/** What the folders of a pipeline's results hold; the first that fits. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\.(tbi|csi|bai|crai|fai)$/, "index"],
  [/^pipeline_info\//, "pipeline information"],
  [/^alignment\//, "alignment"],
  [/^calls\/.*\.g\.vcf\.gz$/, "gVCF"],
  [/^calls\//, "variant calls"],
  [/^annotation\//, "annotated variant calls"],
  [/^benchmark\//, "comparison"],
  [/^reproducibility\//, "reproducibility"],
  [/^identity\//, "identity"],
  [/^measurements\//, "measurements"],
  [/^multiqc\/.*\.html$/, "MultiQC report"],
  [/^(fastqc|trimming|metrics|multiqc)\//, "quality metrics"],
];

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".json": "application/json",
  ".csv": "text/csv",
  ".tsv": "text/tab-separated-values",
};

/** What kind of file it is, by its path in the folder of results. */
export function kindOfPublished(path: string): string {
  return KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? "result";
}

/**
 * Records the files that a run published, each with its SHA-256, size and place.
 *
 * @returns how many there are.
 */
export async function recordArtifacts(
  { client, headersOf, progress }: Recording,
  run: string,
  outdir: string,
  published: ReadonlySet<string> | null,
): Promise<number> {
  const files = publishedFiles(outdir, published);
  for (const [index, file] of files.entries()) {
    progress({ done: index, total: files.length, phase: "recording files" });
    const path = relative(outdir, file);
    const mediaType = MEDIA_TYPES[/\.\w+$/.exec(path)?.[0] ?? ""];
    const body = {
      kind: kindOfPublished(path),
      uri: pathToFileURL(file).href,
      sha256: await sha256Of(file),
      sizeBytes: statSync(file).size,
      ...(mediaType === undefined ? {} : { mediaType }),
    };
    const headers = headersOf(`/api/v1/runs/${run}/artifacts`, body);
    await client.POST(ADDRESS, { params: { path: { run } }, body, headers });
  }
  return files.length;
}

/** Those that Nextflow told of, and what it says of the run itself; without events everything in the folder. */
function publishedFiles(outdir: string, published: ReadonlySet<string> | null): string[] {
  const roots = published === null ? [outdir] : [...published, join(outdir, "pipeline_info")];
  return [...new Set(roots.filter((path) => existsSync(path)).flatMap(filesBelow))].sort();
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
