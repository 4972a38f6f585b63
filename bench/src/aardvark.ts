import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Measurement, measure } from "./measure.ts";
import type { BenchmarkPair } from "./pairs.ts";

/** One run of `aardvark compare` on two threads. It needs indexed files: `tabix` has to have been run on both. */
export function runAardvark(pair: BenchmarkPair, folder: string): Measurement {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = [
    "--reference",
    pair.reference,
    "--truth-vcf",
    pair.truth,
    "--query-vcf",
    pair.query,
    "--regions",
    pair.regions,
  ];
  return measure("aardvark", ["compare", "--threads", "2", ...files, "--output-dir", join(folder, "aardvark")]);
}
