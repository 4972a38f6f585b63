import fc from "fast-check";
import { expect, test } from "vitest";
import { comparisonMultiqc } from "../../src/multiqc/index.ts";
import { anyMetrics } from "../metrics.ts";

interface Section {
  readonly id: string;
  readonly headers: Readonly<Record<string, object>>;
  readonly data: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const sectionsOf = (files: ReturnType<typeof comparisonMultiqc>) =>
  new Map(files.map(({ suffix, content }) => [suffix, JSON.parse(content) as Section]));

test("every score of the metrics is in its cell, exactly; what has no number has no cell", () => {
  fc.assert(
    fc.property(anyMetrics, (metrics) => {
      const sections = sectionsOf(comparisonMultiqc({ sample: "HG002", metrics, curves: [] }));
      const scores = sections.get(".touchstone_comparison_mqc.json");
      const cells = scores?.data.HG002 ?? {};
      const rows = metrics.rows.filter(
        ({ stratum, subtype, filter }) => stratum === "*" && subtype === "*" && filter === "PASS",
      );
      const expected = rows.flatMap(({ type, recall, precision, f1, truth, query }) => [
        [`${type}_f1`, f1],
        [`${type}_recall`, recall.value],
        [`${type}_recall_low`, recall.wilson95?.[0] ?? null],
        [`${type}_recall_high`, recall.wilson95?.[1] ?? null],
        [`${type}_precision`, precision.value],
        [`${type}_precision_low`, precision.wilson95?.[0] ?? null],
        [`${type}_precision_high`, precision.wilson95?.[1] ?? null],
        [`${type}_truth`, truth.total],
        [`${type}_fn`, truth.fn],
        [`${type}_fp`, query.fp],
        [`${type}_unk`, query.unk],
      ]);
      const there = expected.filter(([, value]) => value !== null);
      expect(Object.keys(cells).sort()).toEqual(there.map(([name]) => name).sort());
      // JSON knows no negative 0.
      for (const [name, value] of there) expect(cells[String(name)]).toBe(Number(value) + 0);
      for (const name of Object.keys(cells)) expect(scores?.headers).toHaveProperty(name);
      const strata = sections.get(".touchstone_strata_mqc.json")?.data ?? {};
      expect(Object.keys(strata)).toHaveLength(metrics.strata.length - 1);
    }),
    { numRuns: 25 },
  );
});

test("a curve keeps its ends, and no more points than are seen", () => {
  const [metrics] = fc.sample(anyMetrics, { numRuns: 1, seed: 1 });
  const points = Array.from({ length: 5001 }, (_, place) => ({ recall: place / 5000, precision: 1 - place / 10_000 }));
  const curves = [{ type: "SNP", filter: "PASS", points }];
  const sections = sectionsOf(comparisonMultiqc({ sample: "a/b.bam", metrics: metrics!, curves }));
  const section = sections.get(".touchstone_precision_recall_mqc.json");
  const line = section?.data["SNP | a&#47;b.bam"] as unknown as [number, number][];
  expect(line).toHaveLength(500);
  expect([line[0], line.at(-1)]).toEqual([
    [0, 1],
    [1, 0.5],
  ]);
});
