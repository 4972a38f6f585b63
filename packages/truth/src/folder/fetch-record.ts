import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Static,
  type TArray,
  type TLiteral,
  type TNumber,
  type TObject,
  type TString,
  Type,
} from "@sinclair/typebox";
import { parseDefinition } from "@touchstone/model/definition";
import { TruthError } from "../error.ts";

const FileRecordSchema: TObject<{
  path: TString;
  address: TString;
  bytes: TNumber;
  md5: TString;
  sha256: TString;
  fetchedAt: TString;
}> = Type.Object(
  {
    path: Type.String({ minLength: 1 }),
    address: Type.String({ minLength: 1 }),
    bytes: Type.Number({ minimum: 0 }),
    md5: Type.String({ pattern: "^[0-9a-f]{32}$" }),
    sha256: Type.String({ pattern: "^[0-9a-f]{64}$" }),
    fetchedAt: Type.String({ minLength: 1 }),
  },
  { additionalProperties: false },
);

const FetchRecordSchema: TObject<{
  schema: TLiteral<"touchstone.truth-fetch/1">;
  name: TString;
  version: TString;
  files: TArray<typeof FileRecordSchema>;
}> = Type.Object(
  {
    schema: Type.Literal("touchstone.truth-fetch/1"),
    name: Type.String({ minLength: 1 }),
    version: Type.String({ minLength: 1 }),
    files: Type.Array(FileRecordSchema),
  },
  { additionalProperties: false },
);

/** What was fetched into a folder, with the checksums seen when it first was. */
export type FetchRecord = Static<typeof FetchRecordSchema>;
export type FileRecord = Static<typeof FileRecordSchema>;

/** Name of the record in the folder of a truth set. */
export const RECORD_NAME = "truth-set.json";

/**
 * The record of a folder; null where nothing was fetched into it.
 *
 * @throws TruthError TS_TRUTH_RECORD_INVALID
 */
export function readRecord(folder: string): FetchRecord | null {
  const path = join(folder, RECORD_NAME);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new TruthError("TS_TRUTH_RECORD_INVALID", `${path}: ${(error as Error).message}`, { file: path }, error);
  }
  const { value, problem } = parseDefinition(text, path, FetchRecordSchema);
  if (problem !== null) throw new TruthError("TS_TRUTH_RECORD_INVALID", problem.message, problem.details);
  return value;
}

/**
 * Writes the record with a file added, or put in the place of what it said before.
 *
 * @throws TruthError TS_TRUTH_UNWRITABLE
 */
export function addToRecord(folder: string, record: FetchRecord, file: FileRecord): FetchRecord {
  const others = record.files.filter(({ path }) => path !== file.path);
  const files = [...others, file].sort((a, b) => (a.path < b.path ? -1 : 1));
  const next = { ...record, files };
  const path = join(folder, RECORD_NAME);
  try {
    writeFileSync(`${path}.tmp`, `${JSON.stringify(next, null, 2)}\n`);
    renameSync(`${path}.tmp`, path);
  } catch (error) {
    const reason = (error as Error).message.split(", ")[0];
    throw new TruthError("TS_TRUTH_UNWRITABLE", `${path}: cannot be written: ${reason}`, { file: path }, error);
  }
  return next;
}
