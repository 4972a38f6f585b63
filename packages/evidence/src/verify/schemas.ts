import {
  type TArray,
  type TInteger,
  type TLiteral,
  type TNull,
  type TObject,
  type TString,
  type TUnion,
  Type,
} from "@sinclair/typebox";

const Sha256: TString = Type.String({ pattern: "^[0-9a-f]{64}$" });
const TextOrNull: TUnion<[TString, TNull]> = Type.Union([Type.String(), Type.Null()]);
const Subject: TObject<{ id: TString; kind: TString }> = Type.Object({ id: Type.String(), kind: Type.String() });
const strict = { additionalProperties: false } as const;

/** What `manifest.json` has to be. */
export const ManifestSchema: TObject<{
  schema: TLiteral<"touchstone/evidence-bundle/1">;
  touchstone: TString;
  run: TObject<{ id: TString; name: TString }>;
  files: TArray<TObject<{ name: TString; sha256: TString; size: TInteger }>>;
}> = Type.Object(
  {
    schema: Type.Literal("touchstone/evidence-bundle/1"),
    touchstone: Type.String(),
    run: Type.Object({ id: Type.String(), name: Type.String() }, strict),
    files: Type.Array(Type.Object({ name: Type.String(), sha256: Sha256, size: Type.Integer({ minimum: 0 }) }, strict)),
  },
  strict,
);

/** What `manifest.signature.json` has to be. */
export const SealSchema: TObject<{ key: TString; publicKey: TString; signature: TString }> = Type.Object(
  { key: Sha256, publicKey: Type.String(), signature: Type.String() },
  strict,
);

/** What `signatures.json` has to be, as far as checks read it. */
export const SignaturesSchema: TArray<
  TObject<{
    id: TString;
    printedName: TString;
    meaning: TString;
    signedAt: TString;
    record: TObject<{ id: TString; kind: TString }>;
    recordSha256: TString;
    content: TUnion<[TString, TNull]>;
  }>
> = Type.Array(
  Type.Object({
    id: Type.String(),
    printedName: Type.String(),
    meaning: Type.String(),
    signedAt: Type.String(),
    record: Subject,
    recordSha256: Sha256,
    content: TextOrNull,
  }),
);

/** What `audit.json` has to be. */
export const AuditSchema: TObject<{
  rows: TArray<
    TObject<{
      sequence: TInteger;
      time: TString;
      actor: TString;
      action: TString;
      subject: TObject<{ id: TString; kind: TString }>;
      old: TUnion<[TString, TNull]>;
      new: TUnion<[TString, TNull]>;
      reason: TUnion<[TString, TNull]>;
      previous: TString;
      hash: TString;
    }>
  >;
  about: TArray<TInteger>;
  anchors: TArray<TObject<{ sequence: TInteger; hash: TString }>>;
}> = Type.Object(
  {
    rows: Type.Array(
      Type.Object(
        {
          sequence: Type.Integer({ minimum: 1 }),
          time: Type.String(),
          actor: Type.String(),
          action: Type.String(),
          subject: Subject,
          old: TextOrNull,
          new: TextOrNull,
          reason: TextOrNull,
          previous: Sha256,
          hash: Sha256,
        },
        strict,
      ),
    ),
    about: Type.Array(Type.Integer({ minimum: 1 })),
    anchors: Type.Array(Type.Object({ sequence: Type.Integer(), hash: Type.String() })),
  },
  strict,
);
