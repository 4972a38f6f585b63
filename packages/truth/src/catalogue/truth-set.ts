import type { SourceDocument, TruthFileDocument, TruthSetDocument } from "./schema.ts";

/** Where something of the catalogue was read: a file of a public repository, at a commit. */
export type Source = SourceDocument;

/** A checksum that somebody published, and where it was read. */
export interface PublishedChecksum {
  readonly algorithm: "md5" | "sha256";
  /** In lower-case hexadecimal digits. */
  readonly value: string;
  readonly source: Source;
}

export type TruthFileKind = TruthFileDocument["kind"];

/** One file of a truth set. */
export interface TruthFile {
  /** Relative to the folder of the truth set, there and here. */
  readonly path: string;
  readonly kind: TruthFileKind;
  readonly address: string;
  /** In bytes; null where it is not known. */
  readonly size: number | null;
  /** Where the address was read. */
  readonly source: Source;
  /** Null where none was found. */
  readonly checksum: PublishedChecksum | null;
}

export type Build = TruthSetDocument["build"];
export type TruthSetKind = TruthSetDocument["kind"];

/** A public truth set, or a set of stratifications, on one genome build. */
export interface TruthSet {
  readonly name: string;
  /** Of the release that it belongs to. */
  readonly title: string;
  readonly publisher: string;
  readonly kind: TruthSetKind;
  /** Null for stratifications. */
  readonly sample: { readonly name: string; readonly alias: string } | null;
  readonly build: Build;
  readonly version: string;
  readonly purpose: string;
  /** Whether it speaks of the autosomes alone. */
  readonly contigs: TruthSetDocument["contigs"];
  readonly caveats: readonly string[];
  readonly licence: string;
  readonly citations: readonly string[];
  /** What stands before `folder` in every address. */
  readonly root: string;
  /** Ends in a slash. */
  readonly folder: string;
  /** Why some files have no published checksum; null where all have one. */
  readonly withoutChecksum: string | null;
  readonly files: readonly TruthFile[];
}

/** The address of a file, at its publisher, or at a mirror that keeps the publisher's folders below `root`. */
export function addressOf(root: string, folder: string, path: string): string {
  // "@" stands in names of the catalogue; an address may hold it as it is.
  return `${root}${folder}${path}`;
}

/** The set's file of a kind that it has one of; undefined where it has none. */
export function fileOfKind(set: TruthSet, kind: TruthFileKind): TruthFile | undefined {
  return set.files.find((file) => file.kind === kind);
}
