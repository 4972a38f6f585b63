import { type RawBuilder, sql } from "kysely";
import type { Approval } from "./approval.ts";

/** The signature that a column refers to, such as `disposition_decision.signature_id`; null where there is none. */
export function signatureOf(column: string): RawBuilder<Approval | null> {
  return sql<Approval | null>`(
    select jsonb_build_object('principalId', principal_id, 'printedName', printed_name, 'meaning', meaning,
      'method', method, 'recordSha256', record_sha256,
      'signedAt', to_char(signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    from signature where signature.id = ${sql.ref(column)}
  )`;
}
