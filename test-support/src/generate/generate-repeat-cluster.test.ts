import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { generateRepeatCluster } from "./generate-repeat-cluster.ts";

test("a repeat cluster has the records asked for, in order, and many overlap", () => {
  const folder = mkdtempSync(join(tmpdir(), "cluster-"));
  const cluster = generateRepeatCluster({ folder, seed: 1, variantCount: 200, repeatLength: 2000 });
  const reference = readFileSync(cluster.reference, "latin1").split("\n").slice(1).join("").toUpperCase();
  for (const path of [cluster.truth, cluster.query]) {
    const lines = gunzipSync(readFileSync(path)).toString().trimEnd().split("\n");
    const records = lines
      .filter((line) => !line.startsWith("#"))
      .map((line) => line.split("\t"))
      .map(([, position, , ref]) => ({ start: Number(position) - 1, ref }));
    expect(records).toHaveLength(200);
    for (const { start, ref } of records) expect(reference.slice(start, start + ref.length)).toBe(ref);
    const starts = records.map(({ start }) => start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    const overlapping = records.filter(({ start, ref }, i) => i + 1 < 200 && records[i + 1].start < start + ref.length);
    expect(overlapping.length).toBeGreaterThan(80);
  }
  rmSync(folder, { recursive: true });
});
