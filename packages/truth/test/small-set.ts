import { createHash } from "node:crypto";
import type { TruthFile, TruthFileKind, TruthSet } from "../src/catalogue/truth-set.ts";

const SOURCE = { repository: "https://example.org/r", commit: "0".repeat(40), path: "README.md" };

/** What a small truth set is made of; `checksum` says whether one is published. */
export interface SmallFile {
  readonly path: string;
  readonly kind: TruthFileKind;
  readonly content: Buffer;
  readonly checksum?: "md5" | "sha256";
}

/** A truth set of the catalogue, with files of a test. */
export function smallSet(root: string, files: readonly SmallFile[], build: TruthSet["build"] = "GRCh38"): TruthSet {
  const folder = "release/small/";
  return {
    ...{ name: "Small", title: "Small", publisher: "P", kind: "small-variants", version: "1", purpose: "tests" },
    ...{ sample: { name: "S", alias: "A" }, build, contigs: "all", caveats: [], licence: "free", citations: ["c"] },
    ...{ root, folder, withoutChecksum: null },
    files: files.map(({ path, kind, content, checksum }): TruthFile => {
      const value = checksum === undefined ? "" : createHash(checksum).update(content).digest("hex");
      const published = checksum === undefined ? null : { algorithm: checksum, value, source: SOURCE };
      return { path, kind, address: `${root}${folder}${path}`, size: null, source: SOURCE, checksum: published };
    }),
  };
}
