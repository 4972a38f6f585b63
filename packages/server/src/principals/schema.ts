import { type Static, Type } from "@sinclair/typebox";
import { type Role, roles } from "../access/rights.ts";
import { IdSchema, MomentOutSchema, momentOut, momentOutOrNull, NameSchema, orNull } from "../http/field-schemas.ts";

const RolesSchema = Type.Array(Type.Union(roles.map((role) => Type.Literal(role))), { uniqueItems: true });

/** Somebody, or some program, that makes requests. */
export const PrincipalSchema = Type.Object({
  id: IdSchema,
  kind: Type.Union([Type.Literal("person"), Type.Literal("service")]),
  name: Type.String(),
  printedName: Type.String(),
  email: orNull(Type.String()),
  roles: RolesSchema,
  signsInWith: Type.Union([Type.Literal("password"), Type.Literal("oidc"), Type.Literal("token")]),
  createdAt: MomentOutSchema,
  disabledAt: orNull(MomentOutSchema),
});

/** What makes a principal. */
export const NewPrincipalSchema = Type.Object(
  {
    kind: Type.Union([Type.Literal("person"), Type.Literal("service")]),
    name: NameSchema,
    printedName: NameSchema,
    email: Type.Optional(Type.String({ format: "email", maxLength: 200 })),
    roles: Type.Optional(RolesSchema),
    password: Type.Optional(Type.String({ maxLength: 1024, description: "Of a person with a local account." })),
    oidcIssuer: Type.Optional(Type.String({ format: "uri", maxLength: 500 })),
    oidcSubject: Type.Optional(Type.String({ minLength: 1, maxLength: 255, pattern: "^\\S(.*\\S)?$" })),
  },
  { additionalProperties: false },
);

/** What may change. */
export const PrincipalChangeSchema = Type.Object(
  {
    printedName: Type.Optional(NameSchema),
    email: Type.Optional(orNull(Type.String({ format: "email", maxLength: 200 }))),
    roles: Type.Optional(RolesSchema),
    password: Type.Optional(Type.String({ maxLength: 1024 })),
    disabled: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false, minProperties: 1 },
);

export type Principal = Static<typeof PrincipalSchema>;
export type NewPrincipal = Static<typeof NewPrincipalSchema>;
export type PrincipalChange = Static<typeof PrincipalChangeSchema>;

/** Columns that answers are made of; the hash of the password only tells whether there is one. */
export interface PrincipalRow {
  readonly id: string;
  readonly kind: "person" | "service";
  readonly name: string;
  readonly printed_name: string;
  readonly email: string | null;
  readonly roles: Role[];
  readonly password_hash: string | null;
  readonly oidc_subject: string | null;
  readonly created_at: Date;
  readonly disabled_at: Date | null;
}

/** A principal as answers show it. */
export function toPrincipal(row: PrincipalRow): Principal {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    printedName: row.printed_name,
    email: row.email,
    roles: row.roles,
    signsInWith: row.oidc_subject !== null ? "oidc" : row.password_hash !== null ? "password" : "token",
    createdAt: momentOut(row.created_at),
    disabledAt: momentOutOrNull(row.disabled_at),
  };
}
