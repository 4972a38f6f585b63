import { Value } from "@sinclair/typebox/value";
import { expect, test } from "vitest";
import { type ComparisonProvenanceDocument, ComparisonProvenanceSchema } from "./comparison-provenance.ts";

const FILE = { path: "truth.vcf.gz", sizeBytes: 12, sha256: "0123456789abcdef".repeat(4) };
const DOCUMENT: ComparisonProvenanceDocument = {
  schema: "touchstone/comparison-provenance/1",
  touchstone: "0.1.0",
  node: "v24.21.0",
  startedAt: "2026-01-02T03:04:05.678Z",
  finishedAt: "2026-01-02T03:04:06.000Z",
  inputs: {
    truth: { ...FILE, sample: "HG002" },
    query: { ...FILE, sample: null },
    regions: FILE,
    targets: null,
    stratifications: FILE,
    strata: [{ ...FILE, name: "lowcomplexity" }],
    reference: { path: "ref.fa", contigs: [{ name: "chr20", length: 1000, md5: "0123456789abcdef".repeat(2) }] },
  },
  options: {
    match: "genotype",
    phase: "ignore",
    ploidy: "flexible",
    allRecords: false,
    scoreField: "QUAL",
    refMismatch: "error",
    renameContigs: false,
  },
};

test("inputs that were not given are null", () => {
  expect([...Value.Errors(ComparisonProvenanceSchema, DOCUMENT)]).toEqual([]);
});

test.each([
  ["a local time", { ...DOCUMENT, startedAt: "2026-01-02T03:04:05.678+01:00" }],
  ["a short checksum", { ...DOCUMENT, inputs: { ...DOCUMENT.inputs, regions: { ...FILE, sha256: "0123" } } }],
  ["a call set without its sample", { ...DOCUMENT, inputs: { ...DOCUMENT.inputs, truth: FILE } }],
])("%s is refused", (_, document) => {
  expect(Value.Check(ComparisonProvenanceSchema, document)).toBe(false);
});
