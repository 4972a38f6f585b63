import { statSync } from "node:fs";
import { contentHash } from "@touchstone/quality";
import type { Parameters } from "@touchstone/runner";
import { filesOf, type RunSheet, rowsOf } from "./run-sheet.ts";

/**
 * SHA-256 of what a run is given: its parameters, its sheet, and of every file of the sheet its size and when it was last
 * changed, which is what Nextflow knows a file by too. The files' content is not read: there may be terabytes of it.
 */
export function inputsDigest(sheet: RunSheet, { outdir: _, ...parameters }: Parameters): string {
  const files = filesOf(sheet).map(fileIdentity);
  return contentHash({ parameters, lanes: rowsOf(sheet), files });
}

function fileIdentity(path: string): readonly (string | number)[] {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? [path] : [path, found.size, Math.floor(found.mtimeMs)];
}
