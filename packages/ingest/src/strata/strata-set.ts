import type { IngestError } from "../error.ts";
import type { ImportedStratum, StratumCounts, StratumKey } from "../imported-comparison.ts";

/** Where a row comes from. */
export interface StratumSource {
  readonly file: string;
  readonly error: (what: string) => IngestError;
}

const COUNTS: readonly (keyof StratumCounts)[] = [
  "truthTotal",
  "truthTp",
  "truthFn",
  "queryTotal",
  "queryTp",
  "queryFp",
  "queryFpGenotype",
  "queryFpAllele",
  "queryUnk",
];

/** Rows of one comparison. A row may be in several of its files, if they agree; in one file it may be once. */
export class StrataSet {
  readonly #rows = new Map<string, { readonly stratum: ImportedStratum; readonly files: Set<string> }>();

  /** @throws IngestError TS_RESULT_INVALID when the file has the row already, or another file has other counts. */
  add(stratum: ImportedStratum, source: StratumSource): void {
    const key = keyOf(stratum);
    const known = this.#rows.get(key);
    if (known === undefined) {
      this.#rows.set(key, { stratum, files: new Set([source.file]) });
      return;
    }
    const place = describeKey(stratum);
    if (known.files.has(source.file)) throw source.error(`the row of ${place} is there twice`);
    const differing = COUNTS.find((count) => differ(known.stratum[count], stratum[count]));
    if (differing !== undefined) {
      const [first = ""] = known.files;
      const values = `${stratum[differing]} here and ${known.stratum[differing]} in ${first}`;
      throw source.error(`${place} has ${differing} ${values}: the files are not of one comparison`);
    }
    known.files.add(source.file);
    this.#rows.set(key, { stratum: unite(known.stratum, stratum), files: known.files });
  }

  /** In the order of variant type, subtype, stratum and filter. */
  sorted(): ImportedStratum[] {
    return [...this.#rows.values()].map(({ stratum }) => stratum).sort(compareKeys);
  }
}

/** Two files of one comparison may hold different columns. */
function differ(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && a !== b;
}

function unite(first: ImportedStratum, second: ImportedStratum): ImportedStratum {
  const fields = Object.entries(first).map(([field, value]) => [
    field,
    value ?? second[field as keyof ImportedStratum],
  ]);
  return Object.fromEntries(fields) as ImportedStratum;
}

const KEY_FIELDS = ["variantType", "subtype", "stratum", "filter"] as const;

function compareKeys(a: StratumKey, b: StratumKey): number {
  const field = KEY_FIELDS.find((name) => a[name] !== b[name]);
  if (field === undefined) return 0;
  return a[field] < b[field] ? -1 : 1;
}

function keyOf({ variantType, subtype, stratum, filter }: StratumKey): string {
  return JSON.stringify([variantType, subtype, stratum, filter]);
}

/** "SNP, subtype *, stratum *, filter PASS". */
export function describeKey({ variantType, subtype, stratum, filter }: StratumKey): string {
  return `${variantType}, subtype ${subtype}, stratum ${stratum}, filter ${filter}`;
}
