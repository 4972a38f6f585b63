import type { GenotypedRecord } from "@touchstone/test-support";
import fc from "fast-check";

/** A few records of each side on a short, repetitive piece of reference. */
export interface SmallCluster {
  readonly reference: string;
  readonly truth: readonly GenotypedRecord[];
  readonly query: readonly GenotypedRecord[];
}

const LEFT_FLANK = "GATCCGTA";
const RIGHT_FLANK = "CTGAACGT";

const repeats = fc
  .array(fc.tuple(fc.constantFrom("A", "C", "AT", "CA", "CAG", "G", "T"), fc.integer({ min: 1, max: 4 })), {
    minLength: 2,
    maxLength: 3,
  })
  .map((parts) => LEFT_FLANK + parts.map(([unit, times]) => unit.repeat(times)).join("") + RIGHT_FLANK);

const genotypes = fc.constantFrom([0, 1], [0, 1], [1, 0], [1, 1], [1, 1], [1]);

/** A cluster whose records are drawn from the small number of changes that a repeat allows, so that many agree. */
export const smallClusters: fc.Arbitrary<SmallCluster> = repeats.chain((reference) => {
  const record = recordOn(reference);
  const side = fc.array(record, { minLength: 1, maxLength: 3 });
  return fc
    .record({ shared: fc.array(record, { maxLength: 2 }), truth: side, query: side, twist: fc.boolean() })
    .map(({ shared, truth, query, twist }) => ({
      reference,
      truth: inOrder([...shared, ...truth].slice(0, 4)),
      query: inOrder([...(twist ? shared.map(spellOut(reference)) : shared), ...query].slice(0, 4)),
    }));
});

function recordOn(reference: string): fc.Arbitrary<GenotypedRecord> {
  const from = LEFT_FLANK.length;
  const place = fc.integer({ min: from, max: reference.length - RIGHT_FLANK.length - 1 });
  const bases = fc.string({ unit: fc.constantFrom("A", "C", "T"), minLength: 1, maxLength: 2 });
  const change = fc.oneof(
    fc.record({ at: place, removed: fc.constantFrom(1, 1, 2), added: bases }),
    fc.record({ at: place, removed: fc.integer({ min: 1, max: 3 }), added: fc.constant("") }),
    fc.record({ at: place, removed: fc.constant(0), added: bases }),
  );
  return fc
    .record({ change, genotype: genotypes })
    .map(({ change: { at, removed, added }, genotype }) => ({
      position: at,
      reference: reference.slice(at - 1, at + removed),
      alternates: [reference[at - 1] + added],
      genotype,
    }))
    .filter((record) => record.reference !== record.alternates[0]);
}

/** The same change written with another base on each side. */
function spellOut(reference: string): (record: GenotypedRecord) => GenotypedRecord {
  return (record) => {
    const before = reference[record.position - 2];
    const after = reference[record.position - 1 + record.reference.length];
    return {
      position: record.position - 1,
      reference: before + record.reference + after,
      alternates: record.alternates.map((alternate) => before + alternate + after),
      genotype: record.genotype.toReversed(),
    };
  };
}

function inOrder(records: readonly GenotypedRecord[]): GenotypedRecord[] {
  return [...records].sort((a, b) => a.position - b.position);
}
