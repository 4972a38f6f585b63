import { basename } from "node:path";
import { IngestError, type ResultFile, type ResultFormat, recogniseFormat } from "@touchstone/ingest";
import { readBytes } from "../read-text.ts";

/** Files that are recorded together; those of a table or trace are one, and named by its path. */
export interface ResultGroup {
  readonly kind: "comparison" | "replicate study" | "measurements" | "measurement history" | "nextflow trace";
  readonly files: readonly [ResultFile, ...ResultFile[]];
}

type Program = "touchstone" | "hap.py" | "rtg vcfeval" | "aardvark" | "som.py";

/** Where a file belongs: to the comparison by a program (a VCF with decisions by any), or to a group of another kind. */
type Place = { readonly program: Program | "any" } | { readonly kind: Exclude<ResultGroup["kind"], "comparison"> };

const PLACES: Readonly<Record<ResultFormat, Place>> = {
  "touchstone metrics": { program: "touchstone" },
  "touchstone provenance": { program: "touchstone" },
  "hap.py summary": { program: "hap.py" },
  "hap.py extended": { program: "hap.py" },
  "hap.py roc": { program: "hap.py" },
  "vcfeval summary": { program: "rtg vcfeval" },
  "vcfeval roc": { program: "rtg vcfeval" },
  "aardvark summary": { program: "aardvark" },
  "som.py stats": { program: "som.py" },
  "touchstone reproducibility": { kind: "replicate study" },
  "replicate variants": { kind: "replicate study" },
  "replicate pairs": { kind: "replicate study" },
  measurements: { kind: "measurements" },
  "measurement history": { kind: "measurement history" },
  "nextflow trace": { kind: "nextflow trace" },
  "comparison vcf": { program: "any" },
};

/** Tables, of which each is recorded by itself. */
const ALONE: readonly ResultGroup["kind"][] = ["measurements", "measurement history", "nextflow trace"];

interface PlacedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly place: Place;
}

/**
 * Reads files, tells by their content what they are, and puts those together that are recorded together: the files of one
 * program's comparison with the VCF of its decisions, and tables in hap.py's columns with the metrics of Touchstone that they
 * were written beside; those of a study of replicates. A table of measurements, or a trace, is recorded by itself.
 *
 * @param isMapped whether somebody says what the columns of tables are: a table that is nothing else is a history then.
 * @throws FormatError TS_FILE_NOT_FOUND, TS_FILE_UNREADABLE; IngestError TS_RESULT_UNRECOGNISED for what is not recorded.
 */
export function groupResults(paths: readonly string[], isMapped: boolean): ResultGroup[] {
  const placed = paths.map((path) => placeFile(path, isMapped));
  const programs = placed.flatMap(({ place }) => ("program" in place && place.program !== "any" ? place.program : []));
  const isTouchstone = programs.includes("touchstone");
  const owner = isTouchstone ? "touchstone" : (programs[0] ?? "touchstone");
  const groups = new Map<string, ResultGroup>();
  for (const one of placed) {
    const [key, kind] = groupOf(one, owner);
    const name = ALONE.includes(kind) ? one.path : basename(one.path);
    const file: ResultFile = { name, bytes: one.bytes };
    const before = groups.get(key);
    groups.set(key, { kind, files: before === undefined ? [file] : [...before.files, file] });
  }
  return [...groups.values()];
}

function groupOf({ path, place }: PlacedFile, owner: Program): [key: string, kind: ResultGroup["kind"]] {
  if ("program" in place) {
    const isTable = owner === "touchstone" && place.program === "hap.py";
    const program = isTable || place.program === "any" ? owner : place.program;
    return [`comparison by ${program}`, "comparison"];
  }
  return [ALONE.includes(place.kind) ? `${place.kind} ${path}` : place.kind, place.kind];
}

function placeFile(path: string, isMapped: boolean): PlacedFile {
  const bytes = readBytes(path);
  const recognition = recogniseFormat(path, bytes);
  const isHistory = isMapped && (recognition.format === null || recognition.format === "measurements");
  if (isHistory) return { path, bytes, place: PLACES["measurement history"] };
  if (recognition.format !== null) return { path, bytes, place: PLACES[recognition.format] };
  const message = `${path} is no result that can be recorded: it is ${recognition.found}`;
  throw new IngestError("TS_RESULT_UNRECOGNISED", message, { file: path });
}
