import { type Static, Type } from "@sinclair/typebox";
import { rights, roles } from "../access/rights.ts";
import { IdSchema, MomentOutSchema, orNull } from "../http/field-schemas.ts";

/** Who makes the request. */
export const CallerSchema = Type.Object({
  principalId: IdSchema,
  name: Type.String(),
  printedName: Type.String(),
  roles: Type.Array(Type.Union(roles.map((role) => Type.Literal(role)))),
  rights: Type.Array(Type.Union(rights.map((right) => Type.Literal(right)))),
  credential: Type.Union([Type.Literal("token"), Type.Literal("session")]),
  csrfToken: orNull(
    Type.String({ description: "Of a session: to send as x-csrf-token with every request that changes something." }),
  ),
});

/** What a page has to know of the session that was started; the session itself is in a cookie. */
export const StartedSchema = Type.Object({
  csrfToken: Type.String({ description: "To send as x-csrf-token with every request that changes something." }),
  expiresAt: MomentOutSchema,
});

/** Name and password. */
export const SignInSchema = Type.Object(
  { name: Type.String({ maxLength: 200 }), password: Type.String({ maxLength: 1024 }) },
  { additionalProperties: false },
);

/** A password that its owner replaces. */
export const PasswordChangeSchema = Type.Object(
  { oldPassword: Type.String({ maxLength: 1024 }), newPassword: Type.String({ maxLength: 1024 }) },
  { additionalProperties: false },
);

/** A session as its owner sees it. */
export const SessionSchema = Type.Object({
  id: IdSchema,
  method: Type.Union([Type.Literal("password"), Type.Literal("oidc")]),
  createdAt: MomentOutSchema,
  lastUsedAt: MomentOutSchema,
  expiresAt: MomentOutSchema,
  isCurrent: Type.Boolean({ description: "Whether it is the one that asks." }),
});

/** How many sessions were ended. */
export const EndedSchema = Type.Object({ ended: Type.Integer({ minimum: 0 }) });

export type CallerAnswer = Static<typeof CallerSchema>;
export type StartedAnswer = Static<typeof StartedSchema>;
export type Session = Static<typeof SessionSchema>;
