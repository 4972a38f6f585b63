import { type DefinitionPath, parseDefinition } from "@touchstone/model/definition";
import { TruthError } from "../error.ts";
import { type CatalogueDocument, CatalogueSchema, type TruthFileDocument, type TruthSetDocument } from "./schema.ts";
import { addressOf, type TruthFile, type TruthSet } from "./truth-set.ts";

const DIGITS = { md5: 32, sha256: 64 } as const;

/** A rule that an entry breaks, where, and how. */
interface Breach {
  readonly path: DefinitionPath;
  readonly what: string;
}

/**
 * The truth sets of one file of the catalogue.
 *
 * @param file the name that errors give the text
 * @throws TruthError TS_TRUTH_CATALOGUE_INVALID naming file, line, column and field
 */
export function readCatalogue(text: string, file: string): readonly TruthSet[] {
  const { value: document, problem, problemAt } = parseDefinition(text, file, CatalogueSchema);
  if (problem !== null) throw new TruthError("TS_TRUTH_CATALOGUE_INVALID", problem.message, problem.details);
  for (const { path, what } of breaches(document)) {
    const { message, details } = problemAt(path, what);
    throw new TruthError("TS_TRUTH_CATALOGUE_INVALID", message, details);
  }
  return document.truth_sets.map((set) => truthSetOf(document, set));
}

/** What the schema cannot say. */
function* breaches(document: CatalogueDocument): Generator<Breach> {
  for (const [i, set] of document.truth_sets.entries()) {
    const path = ["truth_sets", i];
    if (document.truth_sets.findIndex(({ name }) => sameName(name, set.name)) < i) {
      yield { path: [...path, "name"], what: `${set.name} is there already` };
    }
    if ((set.sample === null) !== (set.kind === "stratifications")) {
      yield { path: [...path, "sample"], what: "truth sets have a sample, stratifications have none" };
    }
    const gaps = set.files.some(({ checksum }) => checksum === null);
    if (gaps !== (set.without_checksum !== undefined)) {
      const what = gaps ? "say why a checksum is missing" : "every file has a checksum";
      yield { path: [...path, "without_checksum"], what };
    }
    for (const [j, entry] of set.files.entries()) yield* fileBreaches(document, set, entry, [...path, "files", j]);
  }
}

function* fileBreaches(
  { sources }: CatalogueDocument,
  { files }: TruthSetDocument,
  { path: name, source, checksum }: TruthFileDocument,
  path: DefinitionPath,
): Generator<Breach> {
  if (files.findIndex((file) => file.path === name) < files.findIndex((_, i) => i === path.at(-1))) {
    yield { path: [...path, "path"], what: `${name} is there already` };
  }
  if (!Object.hasOwn(sources, source)) yield { path: [...path, "source"], what: `no source is called ${source}` };
  if (checksum === null) return;
  if (!Object.hasOwn(sources, checksum.source)) {
    yield { path: [...path, "checksum", "source"], what: `no source is called ${checksum.source}` };
  }
  if (checksum.value.length !== DIGITS[checksum.algorithm]) {
    const what = `a checksum by ${checksum.algorithm} has ${DIGITS[checksum.algorithm]} digits`;
    yield { path: [...path, "checksum", "value"], what };
  }
}

/** Names differ by more than their letters' case, since folders are called after them. */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function truthSetOf(document: CatalogueDocument, set: TruthSetDocument): TruthSet {
  const { title, publisher, purpose, licence, citations, root } = document;
  const { name, kind, sample, build, version, contigs, caveats, folder, without_checksum = null } = set;
  return {
    ...{ name, title, publisher, kind, sample, build, version, purpose, contigs, caveats, licence, citations },
    ...{ root, folder, withoutChecksum: without_checksum },
    files: set.files.map((file) => truthFileOf(document, set, file)),
  };
}

function truthFileOf(
  { root, sources }: CatalogueDocument,
  { folder }: TruthSetDocument,
  { path, kind, size, source, checksum }: TruthFileDocument,
): TruthFile {
  const published = checksum === null ? null : { ...checksum, source: sources[checksum.source] };
  return {
    ...{ path, kind, size: size ?? null },
    address: addressOf(root, folder, path),
    source: sources[source],
    checksum: published,
  };
}
