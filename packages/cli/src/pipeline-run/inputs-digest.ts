import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { canonicalJson } from "@touchstone/model";
import type { Lane, Parameters } from "@touchstone/runner";

/**
 * SHA-256 of what a run is given: its parameters, its lanes, and of every file of reads its size and when it was last
 * changed, which is what Nextflow knows a file by too. The files' content is not read: there may be terabytes of it.
 */
export function inputsDigest(lanes: readonly Lane[], { outdir: _, ...parameters }: Parameters): string {
  const files = lanes.flatMap(({ fastq_1, fastq_2 }) => [fastq_1, fastq_2]).map(fileIdentity);
  return createHash("sha256").update(canonicalJson({ parameters, lanes, files })).digest("hex");
}

function fileIdentity(path: string): readonly (string | number)[] {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? [path] : [path, found.size, Math.floor(found.mtimeMs)];
}
