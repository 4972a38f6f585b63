import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TRUTH_SIDE, TRUTH_TP } from "../count/outcome.ts";
import { Tally } from "../count/tally.ts";
import { INDEL_SUBTYPES, packVariantClass, TYPE_SNP } from "../count/variant-class.ts";
import { buildMetrics } from "./metrics.ts";

const PAGE = join(import.meta.dirname, "../../../../docs/reference/metrics.md");

/** Names of all fields of a value, at any depth. */
function fieldNames(value: unknown): Set<string> {
  if (Array.isArray(value)) return new Set(value.flatMap((element) => [...fieldNames(element)]));
  if (value === null || typeof value !== "object") return new Set();
  return new Set(Object.entries(value).flatMap(([name, inner]) => [name, ...fieldNames(inner)]));
}

test("docs/reference/metrics.md explains every field of metrics.json and every subtype", async () => {
  const tally = new Tally(1);
  tally.addToStratum(0, tally.addTruth(packVariantClass(TYPE_SNP, 0, 2, 1, 0), TRUTH_TP, true, 1), 1);
  tally.addNotAssessed(TRUTH_SIDE, 0);
  const size = { name: "x", sizeBases: 1, confidentBases: 1, assessedBases: 1 };
  const metrics = await buildMetrics({
    tally,
    strata: [size],
    whole: size,
    scoreField: "QUAL",
    allRecords: true,
    reasons: ["a reason"],
    phase: { pairs: 1, switchErrors: 0, flipErrors: 0 },
  });
  const page = readFileSync(PAGE, "utf8");
  const explained = new Set([...page.matchAll(/`([\w.]+)`/g)].flatMap(([, name]) => name.split(".")));
  const names = fieldNames(metrics);
  names.delete("a reason");
  expect(names.size).toBeGreaterThan(25);
  expect([...names, ...INDEL_SUBTYPES].filter((name) => !explained.has(name))).toEqual([]);
  expect(page).toContain(metrics.schema);
});
