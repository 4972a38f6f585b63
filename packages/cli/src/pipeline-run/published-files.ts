import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { identifyFileInBackground } from "@touchstone/formats";
import { CliError } from "../error.ts";
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
  [/^benchmark\/benchmark\./, "benchmark"],
  [/^(benchmark|comparisons)\//, "comparison"],
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

/** Where the files of a run are. */
export interface PublishedFolder {
  readonly outdir: string;
  /** Paths that Nextflow told of; null where nothing tells. */
  readonly published: ReadonlySet<string> | null;
  /** When the run started: the folder may hold files of others. */
  readonly since: Date;
}

/** What kind of file it is, by its path in the folder of results. */
export function kindOfPublished(path: string): string {
  return KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? "result";
}

/**
 * Records the files that a run published, each with its SHA-256, size and place.
 *
 * @returns how many there are.
 * @throws CliError TS_RECORD_ABORTED when the command is interrupted meanwhile.
 */
export async function recordArtifacts(
  { client, headersOf, progress, signal }: Recording,
  run: string,
  folder: PublishedFolder,
): Promise<number> {
  const { outdir } = folder;
  const files = publishedFiles(folder);
  for (const [index, file] of files.entries()) {
    if (signal.aborted) {
      throw new CliError(
        "TS_RECORD_ABORTED",
        `interrupted: ${files.length - index} of ${files.length} files are left out`,
      );
    }
    progress({ done: index, total: files.length, phase: "recording files" });
    const path = relative(outdir, file);
    const mediaType = MEDIA_TYPES[/\.\w+$/.exec(path)?.[0] ?? ""];
    const { sha256, sizeBytes } = await identifyFileInBackground(file);
    const body = {
      kind: kindOfPublished(path),
      uri: pathToFileURL(file).href,
      sha256,
      sizeBytes,
      ...(mediaType === undefined ? {} : { mediaType }),
    };
    const headers = headersOf(`/api/v1/runs/${run}/artifacts`, body);
    await client.POST(ADDRESS, { params: { path: { run } }, body, headers });
  }
  return files.length;
}

/** Those that Nextflow told of, and what it says of the run itself; without events everything that was written since. */
function publishedFiles(folder: PublishedFolder): string[] {
  const { outdir, published } = folder;
  const told = [...(published ?? [])].filter((path) => existsSync(path)).flatMap(filesBelow);
  const root = published === null ? outdir : join(outdir, "pipeline_info");
  const written = existsSync(root) ? filesBelow(root).filter((file) => isOfRun(file, folder)) : [];
  return [...new Set([...told, ...written])].sort();
}

/** Whether a file is of this run: what is taken over from an earlier one is told of, and may be older. */
export function isOfRun(file: string, { published, since }: PublishedFolder): boolean {
  return published?.has(file) === true || statSync(file).mtime >= since;
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
}
