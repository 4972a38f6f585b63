import { type Assay, describeAssay, readAssay } from "@touchstone/quality";
import { newId, toJson } from "@touchstone/store";
import type { Caller } from "../access/caller.ts";
import { ServerError } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { DEFINITION, findAssay } from "./queries.ts";
import type { AssayRecord, NewAssay } from "./schema.ts";

/**
 * Adds an assay definition as a draft. The same definition sent again gets the first answer, whatever its layout.
 *
 * @throws QualityError TS_DEFINITION_INVALID or TS_RULE_ON_SCORE naming line and column; ServerError TS_CONFLICT when
 *   its version is another than the one after the newest.
 */
export async function createAssay(writing: Writing, caller: Caller, request: NewAssay): Promise<Answer<AssayRecord>> {
  const { transaction, at } = writing;
  const isText = typeof request.definition === "string";
  const text = isText ? (request.definition as string) : JSON.stringify(request.definition, null, 2);
  const assay = readAssay(text, DEFINITION);
  const { name, version, description = null, mark } = assay.document;
  const known = await transaction
    .selectFrom("assay")
    .select(["id", "version", "content_sha256"])
    .where("name", "=", name)
    .orderBy("version", "desc")
    .execute();
  const same = known.find((one) => one.content_sha256 === assay.contentSha256);
  if (same !== undefined) return { status: 200, body: await findAssay(transaction, same.id) };
  requireNext(assay, known[0]?.version);
  const id = newId();
  await transaction
    .insertInto("assay")
    .values({
      id,
      name,
      version,
      description,
      is_example: mark !== undefined,
      content_sha256: assay.contentSha256,
      document: toJson(assay.document),
      source: text,
      proposed_by: caller.principalId,
      created_at: at,
    })
    .execute();
  const body = await findAssay(transaction, id);
  writing.record({ action: "assay.create", subject: { kind: "assay", id }, new: body });
  writing.publish({ topic: "assay.created", recordKind: "assay", recordId: id, payload: { id, name, version } });
  return { status: 201, body };
}

/** Versions follow each other; the first may have any number, since a laboratory brings its definitions along. */
function requireNext(assay: Assay, newest: number | undefined): void {
  if (newest === undefined || assay.document.version === newest + 1) return;
  const message = `the newest version of ${assay.document.name} is ${newest}, so that a changed definition is version ${newest + 1}, not ${describeAssay(assay)}`;
  throw new ServerError("TS_CONFLICT", message, { fields: [{ pointer: "/body/definition/version", message }] });
}
