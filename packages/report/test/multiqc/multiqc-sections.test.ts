import type { IdentityDocument } from "@touchstone/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { comparisonMultiqc, identityMultiqc } from "../../src/multiqc/index.ts";
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

test("identity has a row a sequencing, with the worst of its own and the nearest of others; no cell where nothing is known", () => {
  const sex = { declared: "female", inferred: null, autosomalDepth: null, xRatio: null, yShare: null } as const;
  const id = (name: string): IdentityDocument["samples"][number] => ({
    ...{ id: name, sample: name.slice(0, -3), truthSet: name === "A<_R1" ? "T" : null, identity: "match" },
    sex: { ...sex, state: "not evaluable", reason: "no depth of X, Y" },
  });
  const pair = (first: string, second: string, expected: "same" | "different", discordance: number | null) => {
    const sites = { compared: 100, discordant: 100 * (discordance ?? 0), discordance };
    return { first, second, expected, ...sites, state: "match", reason: null } as const;
  };
  const document: IdentityDocument = {
    ...{ schema: "touchstone.identity/1", state: "match", options: { maxDiscordance: 0.1, minSites: 20 } },
    samples: ["A<_R1", "A<_R2", "B_R1", "C_R1"].map(id),
    pairs: [
      pair("A<_R1", "A<_R2", "same", 0.02),
      pair("A<_R1", "B_R1", "different", 0.5),
      pair("A<_R1", "C_R1", "different", 0.4),
      pair("B_R1", "C_R1", "different", null),
    ],
    truths: [
      { id: "A<_R1", truthSet: "T", compared: 100, discordant: 1, discordance: 0.01, state: "match", reason: null },
    ],
    explanations: [],
  };
  const section = sectionsOf(identityMultiqc(document)).get(".touchstone_identity_mqc.json");
  const common = { identity: "match", sex: "not evaluable", declared: "female" };
  expect(section?.data).toEqual({
    "A&lt;_R1": { ...common, truth_set: "T", truth: 0.01, same: 0.02, other: 0.4 },
    "A&lt;_R2": { ...common, same: 0.02 },
    B_R1: { ...common, other: 0.5 },
    C_R1: { ...common, other: 0.4 },
  });
  for (const cells of Object.values(section?.data ?? {})) {
    for (const name of Object.keys(cells)) expect(section?.headers).toHaveProperty(name);
  }
});
