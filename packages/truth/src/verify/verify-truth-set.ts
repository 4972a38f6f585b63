import { existsSync } from "node:fs";
import { join } from "node:path";
import { FormatError, readStratifications } from "@touchstone/formats";
import type { TruthFile, TruthSet } from "../catalogue/truth-set.ts";
import { digestFile } from "../download/digests.ts";
import { TruthError } from "../error.ts";
import { checkedBy, describeMismatch, mismatchOf } from "../folder/expectation.ts";
import { type FetchRecord, readRecord } from "../folder/fetch-record.ts";
import { checkBedContigs } from "./check-bed.ts";
import { checkIndex, checkVcfContigs, type Finding } from "./check-vcf.ts";

/** One thing that was looked at in one file. */
export interface VerifiedCheck {
  /** Relative to the folder of the truth set. */
  readonly file: string;
  readonly check: "checksum" | "contigs" | "index" | "list";
  /** `not checked` where nothing is known to check against. */
  readonly outcome: "passed" | "failed" | "not checked";
  /** By what it was checked, or what is wrong. */
  readonly detail: string;
}

/**
 * Looks at every file of a truth set in a folder: hashes them again, and tells whether the index belongs to the VCF, whether
 * contigs are those of the build, and whether the list of stratifications names files that are there.
 *
 * @throws TruthError TS_TRUTH_RECORD_INVALID, TS_TRUTH_FETCH_ABORTED
 */
export async function verifyTruthSet(set: TruthSet, folder: string, signal: AbortSignal): Promise<VerifiedCheck[]> {
  const record = readRecord(folder);
  const checks: VerifiedCheck[] = [];
  for (const file of set.files) {
    if (signal.aborted)
      throw new TruthError("TS_TRUTH_FETCH_ABORTED", `${folder}: the check was stopped`, { file: folder });
    const path = join(folder, file.path);
    if (!existsSync(path)) {
      checks.push({ file: file.path, check: "checksum", outcome: "failed", detail: "the file is not there" });
      continue;
    }
    checks.push(await checkChecksum(file, path, record), ...checkContent(set, file, path));
  }
  return checks;
}

async function checkChecksum(file: TruthFile, path: string, record: FetchRecord | null): Promise<VerifiedCheck> {
  const recorded = record?.files.find((entry) => entry.path === file.path);
  const by = checkedBy(file, recorded);
  if (by === "nothing") {
    const detail = "no checksum is published, and none was seen when it was fetched";
    return { file: file.path, check: "checksum", outcome: "not checked", detail };
  }
  const mismatch = mismatchOf(file, recorded, await digestFile(path));
  if (mismatch !== null) {
    return { file: file.path, check: "checksum", outcome: "failed", detail: describeMismatch(mismatch) };
  }
  const detail =
    file.checksum === null
      ? `sha256, first seen ${recorded?.fetchedAt ?? ""}; none is published`
      : `${file.checksum.algorithm}, published`;
  return { file: file.path, check: "checksum", outcome: "passed", detail };
}

function checkContent({ build }: TruthSet, file: TruthFile, path: string): VerifiedCheck[] {
  const name = file.path;
  switch (file.kind) {
    case "vcf":
      return [
        ran(name, "contigs", build, () => checkVcfContigs(path, build)),
        ...(existsSync(`${path}.tbi`)
          ? [
              ran(`${name}.tbi`, "index", "contigs, places and counts are those of the VCF", () =>
                checkIndex(path, `${path}.tbi`),
              ),
            ]
          : []),
      ];
    case "bed":
      return [ran(name, "contigs", build, () => checkBedContigs(path, build))];
    case "tsv":
      return [ran(name, "list", "all files that it names are there", () => checkList(path))];
    default:
      return [];
  }
}

/** Reading the list looks for each file that it names. */
function checkList(path: string): Finding {
  return readStratifications(path).length > 0 ? null : "it names no stratification";
}

/** A check whose file may be too damaged to be read. */
function ran(file: string, check: VerifiedCheck["check"], passed: string, look: () => Finding): VerifiedCheck {
  try {
    const finding = look();
    return { file, check, outcome: finding === null ? "passed" : "failed", detail: finding ?? passed };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return { file, check, outcome: "failed", detail: error.message };
  }
}
