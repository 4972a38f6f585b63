import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { IdSchema, MomentOutSchema, momentOut, orNull } from "../http/field-schemas.ts";

/** A signature under a record, as answers show it. */
export const ApprovalSchema = Type.Object({
  principalId: IdSchema,
  printedName: Type.String(),
  meaning: Type.String(),
  method: Type.Union([Type.Literal("password"), Type.Literal("oidc")]),
  recordSha256: Type.String({ description: "SHA-256 of the version of the record that was signed." }),
  signedAt: MomentOutSchema,
});

/** The same as a type. */
export type Approval = Static<typeof ApprovalSchema>;

/** Schema of who signed a record, in a list of records. */
export const ApprovedBySchema = orNull(
  Type.String({ description: "Printed name of who signed it last; null where nobody signed it." }),
);

/**
 * The same in a query of many records.
 *
 * @param kind of the records.
 * @param idColumn that holds their ids: `threshold.id`.
 */
export function approverOf(kind: string, idColumn: string): RawBuilder<string | null> {
  return sql<string | null>`(select printed_name from signature where record_kind = ${kind}
    and record_id = ${sql.ref(idColumn)} order by signed_at desc, signature.id desc limit 1)`;
}

/** The last signature under a record; null where nobody signed it. */
export async function approvalOf(kysely: Kysely<Tables>, kind: string, id: string): Promise<Approval | null> {
  const row = await kysely
    .selectFrom("signature")
    .selectAll()
    .where("record_kind", "=", kind)
    .where("record_id", "=", id)
    .orderBy("signed_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    principalId: row.principal_id,
    printedName: row.printed_name,
    meaning: row.meaning,
    method: row.method,
    recordSha256: row.record_sha256,
    signedAt: momentOut(row.signed_at),
  };
}
