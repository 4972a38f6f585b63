import type { ComparisonMetricsDocument, ComparisonProvenanceDocument } from "@touchstone/model";
import fc from "fast-check";

type Row = ComparisonMetricsDocument["rows"][number];

const COUNT = fc.nat(5_000_000);
const FRACTION = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 0.99998, 1e-9));
const RATIO = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }));
const INTERVAL = fc.tuple(FRACTION, FRACTION);
const NAME = fc.constantFrom("low complexity", "<b>MHC</b>", "a & b", "segdup'\"");

const PROPORTION = fc.oneof(
  fc.constant({ value: null, wilson95: null, jeffreys95: null }),
  fc.record({ value: FRACTION, wilson95: INTERVAL, jeffreys95: INTERVAL }),
);

const SIDE = fc.record({
  total: COUNT,
  assessed: COUNT,
  notAssessed: fc.dictionary(fc.constantFrom("filtered", "hom-ref", "<i>other</i>"), COUNT),
  bounded: COUNT,
});

function row(key: Pick<Row, "type" | "subtype" | "stratum" | "filter">): fc.Arbitrary<Row> {
  return fc.record({
    type: fc.constant(key.type),
    subtype: fc.constant(key.subtype),
    stratum: fc.constant(key.stratum),
    filter: fc.constant(key.filter),
    truth: fc.record({ total: COUNT, tp: COUNT, fn: COUNT, titv: RATIO, hetHom: RATIO }),
    query: fc.record({
      total: COUNT,
      tp: COUNT,
      fp: COUNT,
      fpGenotype: COUNT,
      fpAllele: COUNT,
      unk: COUNT,
      titv: RATIO,
      hetHom: RATIO,
    }),
    recall: PROPORTION,
    precision: PROPORTION,
    f1: fc.option(FRACTION),
    fracNa: fc.option(FRACTION),
    fpPerMb: RATIO,
  });
}

/** Metrics of any numbers, consistent or not: a report shows what it is given. */
export const anyMetrics: fc.Arbitrary<ComparisonMetricsDocument> = fc
  .record({ names: fc.uniqueArray(NAME, { maxLength: 3 }), allRecords: fc.boolean() })
  .chain(({ names, allRecords }) => {
    const filters = allRecords ? (["ALL", "PASS"] as const) : (["PASS"] as const);
    const rows = ["*", ...names].flatMap((stratum) =>
      (["INDEL", "SNP"] as const).flatMap((type) =>
        (type === "INDEL" && stratum === "*" ? ["*", "I1_5", "D16_PLUS", "C1_5"] : ["*"]).flatMap((subtype) =>
          filters.map((filter) => row({ type, subtype, stratum, filter })),
        ),
      ),
    );
    return fc.record({
      schema: fc.constant("touchstone/comparison-metrics/1" as const),
      scoreField: fc.constantFrom("QUAL", "INFO/<script>"),
      records: fc.record({ truth: SIDE, query: SIDE }),
      phase: fc.option(fc.record({ pairs: COUNT, switchErrors: COUNT, flipErrors: COUNT })),
      strata: fc.tuple(
        ...["*", ...names].map((name) =>
          fc.record({
            name: fc.constant(name),
            sizeBases: COUNT,
            confidentBases: fc.option(COUNT),
            assessedBases: COUNT,
          }),
        ),
      ),
      rows: fc.tuple(...rows),
    });
  });

/** A provenance whose names are all `text`. */
export function provenanceOf(text: string): ComparisonProvenanceDocument {
  const file = (letter: string) => ({ path: `/data/${text}.${letter}`, sizeBytes: 1234, sha256: letter.repeat(64) });
  return {
    schema: "touchstone/comparison-provenance/1",
    touchstone: "0.1.0",
    node: "v24.0.0",
    startedAt: "2026-02-01T08:00:00.000Z",
    finishedAt: "2026-02-01T08:00:09.000Z",
    inputs: {
      truth: { ...file("a"), sample: text },
      query: { ...file("b"), sample: null },
      regions: file("c"),
      targets: null,
      stratifications: file("d"),
      strata: [{ ...file("e"), name: text }],
      reference: { path: text, contigs: [{ name: text, length: 1000, md5: "f".repeat(32) }] },
    },
    options: {
      match: "genotype",
      phase: "ignore",
      ploidy: "flexible",
      allRecords: false,
      scoreField: text,
      refMismatch: "error",
      renameContigs: false,
    },
  };
}
