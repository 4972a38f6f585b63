import { type Baseline, QualityError, readBaseline } from "@touchstone/quality";
import type { Caller } from "../access/caller.ts";
import { invalidField } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { establishStoredBaseline } from "./establish-stored-baseline.ts";
import { insertBaseline } from "./insert-baseline.ts";
import type { BaselineRecord, NewBaseline } from "./schema.ts";

/**
 * Adds a draft: of a document, or established from stored measurements.
 *
 * @throws QualityError TS_BASELINE_INVALID for what is no intact baseline or cannot be one; ServerError TS_REQUEST_INVALID
 *   when it is not clear what to make it of, TS_CONFLICT when its name and version are another's.
 */
export async function createBaseline(
  writing: Writing,
  caller: Caller,
  request: NewBaseline,
  touchstone: string,
): Promise<Answer<BaselineRecord>> {
  const { assayId = null, document, establish } = request;
  await requireAssay(writing, assayId);
  if (document !== undefined && establish === undefined) {
    return insertBaseline(writing, { baseline: readDocument(document), assayId, proposedBy: caller });
  }
  if (establish !== undefined && document === undefined) {
    const baseline = await establishStoredBaseline(writing, caller, establish, touchstone);
    return insertBaseline(writing, { baseline, assayId, proposedBy: caller });
  }
  throw invalidField("/body", "give either a document, or establish: what to make the baseline of");
}

async function requireAssay({ transaction }: Writing, assayId: string | null): Promise<void> {
  if (assayId === null) return;
  const assay = await transaction.selectFrom("assay").select("id").where("id", "=", assayId).executeTakeFirst();
  if (assay === undefined) throw invalidField("/body/assayId", "there is no such assay");
}

function readDocument(document: object): Baseline {
  try {
    return readBaseline(JSON.stringify(document), "document");
  } catch (error) {
    if (!(error instanceof QualityError)) throw error;
    const place = error.details.field === undefined ? "" : `/${error.details.field.replaceAll(".", "/")}`;
    throw new QualityError(error.code, error.message, { ...error.details, field: `body/document${place}` }, error);
  }
}
