import { type Static, Type } from "@sinclair/typebox";
import { MomentInSchema, MomentOutSchema, orNull } from "../http/field-schemas.ts";
import { pageQuery } from "../http/page.ts";

const Sha256Schema = Type.String({ pattern: "^[0-9a-f]{64}$" });
const WordSchema = Type.String({ minLength: 1, maxLength: 500 });
const SequenceSchema = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });

/** A row of the audit trail. */
export const AuditEventSchema = Type.Object({
  sequence: Type.Integer(),
  time: Type.String({ description: "UTC, by the clock of the database." }),
  actor: Type.String(),
  action: Type.String(),
  subject: Type.Object({ kind: Type.String(), id: Type.String() }),
  old: orNull(Type.String({ description: "The record before: canonical JSON (RFC 8785), as it is hashed." })),
  new: orNull(Type.String({ description: "The record after: canonical JSON (RFC 8785), as it is hashed." })),
  reason: orNull(Type.String()),
  previous: Type.String({ description: "Hash of the row before." }),
  hash: Type.String({ description: "SHA-256 of the row's canonical text; docs/methods/audit.md." }),
});

/** What the trail can be narrowed to. */
export const AuditListQuerySchema = Type.Object(
  {
    ...pageQuery,
    subjectKind: Type.Optional(WordSchema),
    subjectId: Type.Optional(Type.String({ minLength: 1, maxLength: 500, description: "With subjectKind." })),
    actor: Type.Optional(WordSchema),
    action: Type.Optional(WordSchema),
    from: Type.Optional(MomentInSchema),
    before: Type.Optional(MomentInSchema),
  },
  { additionalProperties: false },
);

/** Which rows to check. */
export const AuditVerifyQuerySchema = Type.Object(
  {
    from: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, default: 1 }),
    rows: Type.Integer({ minimum: 1, maximum: 200_000, default: 50_000, description: "Rows to check at most." }),
  },
  { additionalProperties: false },
);

/** What a check found; anchors are null where this server knows of none. */
export const AuditVerificationSchema = Type.Object({
  holds: Type.Boolean({ description: "Whether nothing wrong was found in the rows that were checked." }),
  from: SequenceSchema,
  to: Type.Integer({ minimum: 0, description: "The last row that was looked at; 0 when there is none." }),
  checked: Type.Integer({ minimum: 0 }),
  next: orNull(Type.Integer({ minimum: 1, description: "`from` of the next request; null when the end was reached." })),
  finding: orNull(
    Type.Object({
      sequence: Type.Integer(),
      kind: Type.Union(
        (["altered", "missing", "inserted", "reordered", "recomputed", "end"] as const).map((kind) =>
          Type.Literal(kind),
        ),
      ),
      message: Type.String(),
    }),
  ),
  head: orNull(Type.Object({ sequence: SequenceSchema, hash: Sha256Schema, time: MomentOutSchema })),
  provenTo: orNull(
    Type.Integer({
      minimum: 1,
      description: "Row up to which an anchor proves that none of the checked rows is missing or computed anew.",
    }),
  ),
  anchors: orNull(
    Type.Object({
      read: Type.Integer({ minimum: 0, description: "Anchors with a right signature." }),
      rejected: Type.Integer({
        minimum: 0,
        description: "Anchors that prove nothing; any but a cut-off line is a fault.",
      }),
    }),
  ),
});

export type AuditEventAnswer = Static<typeof AuditEventSchema>;
export type AuditListQuery = Static<typeof AuditListQuerySchema>;
export type AuditVerificationAnswer = Static<typeof AuditVerificationSchema>;
