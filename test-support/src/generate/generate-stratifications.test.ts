import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readBed, readStratifications } from "@touchstone/formats";
import { expect, test } from "vitest";
import { generateStratifications } from "./generate-stratifications.ts";

test("the list names as many files as asked for, with disjoint intervals in the contigs", () => {
  const folder = mkdtempSync(join(tmpdir(), "strata-"));
  const contigs = [
    { name: "chr1", length: 900_000 },
    { name: "chr2", length: 100_000 },
  ];
  const { tsv, intervalCount } = generateStratifications({
    folder,
    seed: 5,
    fileCount: 12,
    contigs,
    maxIntervals: 5000,
  });
  const strata = readStratifications(tsv);
  expect(strata).toHaveLength(12);
  const counts = strata.map(({ path }) => {
    const regions = readBed(path);
    for (const { name, length } of contigs) expect(regions.get(name)?.ends.at(-1) ?? 0).toBeLessThanOrEqual(length);
    return [...regions.values()].reduce((sum, { starts }) => sum + starts.length, 0);
  });
  // Reading merges intervals that overlap or touch: as many are left as were written.
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(intervalCount);
  expect(Math.max(...counts)).toBeGreaterThan(10 * Math.min(...counts));
  rmSync(folder, { recursive: true });
});
