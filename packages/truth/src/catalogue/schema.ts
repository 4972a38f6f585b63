import {
  type Static,
  type TArray,
  type TLiteral,
  type TNull,
  type TNumber,
  type TObject,
  type TOptional,
  type TRecord,
  type TString,
  type TUnion,
  Type,
} from "@sinclair/typebox";

const Text: TString = Type.String({ minLength: 1 });
const Folder: TString = Type.String({ pattern: "^([A-Za-z0-9][A-Za-z0-9._@-]*/)+$" });
/** Relative, and never out of its folder: no segment starts with a dot. */
const FilePath: TString = Type.String({ pattern: "^([A-Za-z0-9][A-Za-z0-9._@-]*/)*[A-Za-z0-9][A-Za-z0-9._@-]*$" });

const SourceSchema: TObject<{
  repository: TString;
  commit: TString;
  path: TString;
  quotes: TOptional<TString>;
  note: TOptional<TString>;
}> = Type.Object(
  {
    repository: Type.String({ pattern: "^https://" }),
    commit: Type.String({ pattern: "^[0-9a-f]{40}$" }),
    path: FilePath,
    quotes: Type.Optional(Text),
    note: Type.Optional(Text),
  },
  { additionalProperties: false },
);

const ChecksumSchema: TObject<{
  algorithm: TUnion<[TLiteral<"md5">, TLiteral<"sha256">]>;
  value: TString;
  source: TString;
}> = Type.Object(
  {
    algorithm: Type.Union([Type.Literal("md5"), Type.Literal("sha256")]),
    value: Type.String({ pattern: "^([0-9a-f]{32}|[0-9a-f]{64})$" }),
    source: Text,
  },
  { additionalProperties: false },
);

const FileSchema: TObject<{
  path: TString;
  kind: TUnion<[TLiteral<"vcf">, TLiteral<"tbi">, TLiteral<"bed">, TLiteral<"tsv">, TLiteral<"archive">]>;
  size: TOptional<TNumber>;
  source: TString;
  checksum: TUnion<[typeof ChecksumSchema, TNull]>;
}> = Type.Object(
  {
    path: FilePath,
    kind: Type.Union([
      Type.Literal("vcf"),
      Type.Literal("tbi"),
      Type.Literal("bed"),
      Type.Literal("tsv"),
      Type.Literal("archive"),
    ]),
    size: Type.Optional(Type.Number({ minimum: 1, multipleOf: 1 })),
    source: Text,
    checksum: Type.Union([ChecksumSchema, Type.Null()]),
  },
  { additionalProperties: false },
);

const SampleSchema: TObject<{ name: TString; alias: TString }> = Type.Object(
  { name: Text, alias: Text },
  { additionalProperties: false },
);

const TruthSetSchema: TObject<{
  name: TString;
  kind: TUnion<[TLiteral<"small-variants">, TLiteral<"structural-variants">, TLiteral<"stratifications">]>;
  sample: TUnion<[typeof SampleSchema, TNull]>;
  build: TUnion<[TLiteral<"GRCh37">, TLiteral<"GRCh38">, TLiteral<"CHM13v2.0">]>;
  version: TString;
  folder: TString;
  contigs: TUnion<[TLiteral<"autosomes">, TLiteral<"all">]>;
  caveats: TArray<TString>;
  without_checksum: TOptional<TString>;
  files: TArray<typeof FileSchema>;
}> = Type.Object(
  {
    name: Type.String({ pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" }),
    kind: Type.Union([
      Type.Literal("small-variants"),
      Type.Literal("structural-variants"),
      Type.Literal("stratifications"),
    ]),
    sample: Type.Union([SampleSchema, Type.Null()]),
    build: Type.Union([Type.Literal("GRCh37"), Type.Literal("GRCh38"), Type.Literal("CHM13v2.0")]),
    version: Text,
    folder: Folder,
    contigs: Type.Union([Type.Literal("autosomes"), Type.Literal("all")]),
    caveats: Type.Array(Text),
    without_checksum: Type.Optional(Text),
    files: Type.Array(FileSchema, { minItems: 1 }),
  },
  { additionalProperties: false },
);

/** A file of the catalogue: truth sets that have publisher, purpose, licence and citations in common. */
export const CatalogueSchema: TObject<{
  schema: TLiteral<"touchstone.truth-catalogue/1">;
  title: TString;
  publisher: TString;
  root: TString;
  purpose: TString;
  licence: TString;
  citations: TArray<TString>;
  sources: TRecord<TString, typeof SourceSchema>;
  truth_sets: TArray<typeof TruthSetSchema>;
}> = Type.Object(
  {
    schema: Type.Literal("touchstone.truth-catalogue/1"),
    title: Text,
    publisher: Text,
    root: Type.String({ pattern: "^https://[a-z0-9.-]+/([A-Za-z0-9._-]+/)*$" }),
    purpose: Text,
    licence: Text,
    citations: Type.Array(Text, { minItems: 1 }),
    sources: Type.Record(Type.String(), SourceSchema),
    truth_sets: Type.Array(TruthSetSchema, { minItems: 1 }),
  },
  { additionalProperties: false },
);

export type CatalogueDocument = Static<typeof CatalogueSchema>;
export type SourceDocument = Static<typeof SourceSchema>;
export type TruthSetDocument = Static<typeof TruthSetSchema>;
export type TruthFileDocument = Static<typeof FileSchema>;
