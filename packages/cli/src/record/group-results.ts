import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { FormatError } from "@touchstone/formats";
import { IngestError, type ResultFile, type ResultFormat, recogniseFormat } from "@touchstone/ingest";

/** Files of one comparison, which are recorded together. */
export interface ResultGroup {
  readonly files: readonly ResultFile[];
}

type Program = "touchstone" | "hap.py" | "rtg vcfeval" | "aardvark" | "som.py";

const PROGRAMS: Readonly<Partial<Record<ResultFormat, Program>>> = {
  "touchstone metrics": "touchstone",
  "touchstone provenance": "touchstone",
  "hap.py summary": "hap.py",
  "hap.py extended": "hap.py",
  "hap.py roc": "hap.py",
  "vcfeval summary": "rtg vcfeval",
  "vcfeval roc": "rtg vcfeval",
  "aardvark summary": "aardvark",
  "som.py stats": "som.py",
};

interface RecognisedFile {
  readonly path: string;
  readonly file: ResultFile;
  readonly format: ResultFormat;
}

/**
 * Reads files, tells by their content what they are, and puts those of one comparison together: the files of one program,
 * and tables in hap.py's columns with the metrics of Touchstone that they were written beside.
 *
 * @throws FormatError TS_FILE_NOT_FOUND, TS_FILE_UNREADABLE; IngestError TS_RESULT_UNRECOGNISED for what is not recorded.
 */
export function groupResults(paths: readonly string[]): ResultGroup[] {
  const recognised = paths.map(recognise);
  const isTouchstone = recognised.some(({ format }) => format === "touchstone metrics");
  const comparisons = new Map<Program, ResultFile[]>();
  for (const one of recognised) {
    const { file, format } = one;
    const writer = PROGRAMS[format];
    if (writer === undefined) throw notRecorded(one);
    const program = isTouchstone && writer === "hap.py" ? "touchstone" : writer;
    comparisons.set(program, [...(comparisons.get(program) ?? []), file]);
  }
  return [...comparisons.values()].map((files) => ({ files }));
}

function recognise(path: string): RecognisedFile {
  const file = { name: basename(path), bytes: readBytes(path) };
  const recognition = recogniseFormat(path, file.bytes);
  if (recognition.format !== null) return { path, file, format: recognition.format };
  const message = `${path} is no result that can be recorded: it is ${recognition.found}`;
  throw new IngestError("TS_RESULT_UNRECOGNISED", message, { file: path });
}

function notRecorded({ path, format }: RecognisedFile): IngestError {
  const message = `${path} is of the format '${format}', which cannot be recorded`;
  return new IngestError("TS_RESULT_UNRECOGNISED", message, { file: path });
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
    if (code === "ENOENT") throw new FormatError("TS_FILE_NOT_FOUND", `${path}: no such file`, { file: path }, cause);
    throw new FormatError("TS_FILE_UNREADABLE", `${path} cannot be read (${code})`, { file: path }, cause);
  }
}
