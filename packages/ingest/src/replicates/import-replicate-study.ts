import { createHash } from "node:crypto";
import { type ReproducibilityDocument, ReproducibilitySchema } from "@touchstone/model";
import { contentHash, QualityError, readComparisonDocument } from "@touchstone/quality";
import { IngestError } from "../error.ts";
import { recogniseText } from "../recognise/recognise-format.ts";
import { decodeResult, type ResultFile, type ResultText } from "../result-file.ts";
import type { ImportedReplicateStudy } from "./imported-replicate-study.ts";
import { checkPairs, pairsOf } from "./replicate-pairs.ts";
import { readVariants } from "./replicate-variants.ts";

const KINDS = ["touchstone reproducibility", "replicate variants", "replicate pairs"] as const;

type Kind = (typeof KINDS)[number];

/**
 * Takes over a study of replicates by `touchstone reproducibility`: `P.reproducibility.json`, and where they are given
 * `P.variants.tsv.gz`, which has to be of it, and `P.pairs.csv`, which has to agree with it.
 *
 * @throws IngestError TS_RESULT_UNRECOGNISED for a file that is none of these; TS_RESULT_INVALID naming file, line and
 *   column or field.
 */
export function importReplicateStudy(files: readonly ResultFile[]): ImportedReplicateStudy {
  const texts = new Map<Kind, ResultText>();
  const kinds = new Map<string, Kind>();
  for (const text of files.map(decodeResult)) {
    const kind = kindOf(text);
    const other = texts.get(kind);
    if (other !== undefined) {
      const message = `${other.file} and ${text.file} are both '${kind}'; a study has one`;
      throw new IngestError("TS_RESULT_INVALID", message, { file: text.file });
    }
    texts.set(kind, text);
    kinds.set(text.file, kind);
  }
  const report = texts.get("touchstone reproducibility");
  if (report === undefined) {
    throw new IngestError("TS_RESULT_INVALID", "the file P.reproducibility.json is missing; the others make no study");
  }
  const document = readReport(report);
  const pairs = pairsOf(document, report.file);
  const pairTable = texts.get("replicate pairs");
  if (pairTable !== undefined) checkPairs(pairTable, document, pairs);
  const table = texts.get("replicate variants");
  const tableSha256 = table === undefined ? null : createHash("sha256").update(table.text).digest("hex");
  return {
    contentSha256: contentHash({ document, variants: tableSha256 }),
    document,
    performedAt: momentOf(document, report.file),
    pairs,
    variants: table === undefined ? null : readVariants(table, document),
    kinds,
  };
}

function kindOf(text: ResultText): Kind {
  const { format } = recogniseText(text);
  const kind = KINDS.find((known) => known === format);
  if (kind !== undefined) return kind;
  const message = `${text.file} is none of the files that touchstone reproducibility writes`;
  throw new IngestError("TS_RESULT_UNRECOGNISED", message, { file: text.file });
}

function readReport(text: ResultText): ReproducibilityDocument {
  try {
    return readComparisonDocument(text, ReproducibilitySchema);
  } catch (error) {
    if (!(error instanceof QualityError)) throw error;
    throw new IngestError("TS_RESULT_INVALID", error.message, error.details, error);
  }
}

function momentOf({ finishedAt }: ReproducibilityDocument, file: string): string {
  const moment = new Date(finishedAt);
  if (!Number.isNaN(moment.getTime())) return moment.toISOString();
  const message = `${file}: finishedAt: '${finishedAt}' is no moment`;
  throw new IngestError("TS_RESULT_INVALID", message, { file, field: "finishedAt" });
}
