import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { TruthError } from "../error.ts";
import { readCatalogue, sameName } from "./read-catalogue.ts";
import type { TruthSet } from "./truth-set.ts";

/**
 * Every truth set of the catalogue that this package ships, in the order of its files.
 *
 * @throws TruthError TS_TRUTH_CATALOGUE_INVALID
 */
export function loadCatalogue(folder: string = shippedFolder()): readonly TruthSet[] {
  const sets: TruthSet[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()) {
    const path = join(folder, file);
    for (const set of readCatalogue(readFileSync(path, "utf8"), path)) {
      if (sets.some(({ name }) => sameName(name, set.name))) {
        throw new TruthError("TS_TRUTH_CATALOGUE_INVALID", `${path}: ${set.name} is in another file already`, { file });
      }
      sets.push(set);
    }
  }
  return sets;
}

/** Found as a package, since the code may be in a bundle far from it. */
function shippedFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve("@touchstone/truth/package.json")), "catalogue");
}

/**
 * The truth set of a name, whatever the case of its letters.
 *
 * @throws TruthError TS_TRUTH_UNKNOWN, with names that resemble it
 */
export function findTruthSet(sets: readonly TruthSet[], name: string): TruthSet {
  const set = sets.find((candidate) => sameName(candidate.name, name));
  if (set !== undefined) return set;
  const words = name.toLowerCase().split(/[^a-z0-9]+/);
  const shared = (candidate: string) => words.filter((word) => candidate.toLowerCase().includes(word)).length;
  const near = sets
    .map((candidate) => candidate.name)
    .filter((candidate) => shared(candidate) > 0)
    .sort((a, b) => shared(b) - shared(a))
    .slice(0, 3);
  const hint = near.length === 0 ? "" : `; there is ${near.join(", ")}`;
  throw new TruthError("TS_TRUTH_UNKNOWN", `there is no truth set ${name}${hint}`, { field: "name" });
}
