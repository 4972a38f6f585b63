import { join, resolve } from "node:path";
import { fileOfKind, type TruthSet } from "./catalogue/truth-set.ts";

/** A truth set as the germline pipeline's parameter `truth_sets` takes it, by name. */
export interface TruthSetParameter {
  readonly version: string;
  readonly vcf: string;
  readonly regions?: string;
  readonly stratification?: string;
}

/** A truth set and where it is. */
export interface PlacedSet {
  readonly set: TruthSet;
  readonly folder: string;
}

/**
 * The entry of `truth_sets` for a set that was fetched; null for stratifications, which are part of the entries of their build.
 *
 * @param placed what was fetched together: the first stratifications on the same build become the entry's
 */
export function truthSetParameter({ set, folder }: PlacedSet, placed: readonly PlacedSet[]): TruthSetParameter | null {
  const vcf = pathOf({ set, folder }, "vcf");
  if (vcf === null) return null;
  const regions = pathOf({ set, folder }, "bed");
  const stratification = stratificationOf(set, placed);
  return {
    version: set.version,
    vcf,
    ...(regions === null ? {} : { regions }),
    ...(stratification === null ? {} : { stratification }),
  };
}

function stratificationOf(set: TruthSet, placed: readonly PlacedSet[]): string | null {
  const found = placed.find((other) => other.set.kind === "stratifications" && other.set.build === set.build);
  return found === undefined ? null : pathOf(found, "tsv");
}

function pathOf({ set, folder }: PlacedSet, kind: "vcf" | "bed" | "tsv"): string | null {
  const file = fileOfKind(set, kind);
  return file === undefined ? null : resolve(join(folder, file.path));
}
