import fc from "fast-check";

/** A record as it is written: POS counts from 1 at the start of the piece of reference. */
export interface WrittenRecord {
  readonly position: number;
  readonly ref: string;
  readonly alts: readonly string[];
  readonly genotype: string;
}

/** A piece of reference and what two callers say about it. */
export interface VariedPiece {
  readonly reference: string;
  readonly truth: readonly WrittenRecord[];
  readonly query: readonly WrittenRecord[];
}

/** What may occur among the genotypes. */
export interface VariedOptions {
  /** Genotypes of records with one ALT allele, by how often they occur. */
  readonly genotypes: readonly string[];
  readonly most: number;
}

/** Flanks hold no repeat, so that pieces stay apart. */
const LEFT = "GATCCGTACATGCA";
const RIGHT = "CTGAACGTCAGTTG";

/** All genotypes that a record can have. */
export const EVERY_GENOTYPE: readonly string[] = [
  ...["0/1", "0/1", "0/1", "1/0", "0|1", "1|0", "1/1", "1/1", "1|1", "1"],
  ...["./1", "1|.", "0/0", "./.", "."],
];
/** Those that can be matched as genotypes. */
export const CALLED_GENOTYPES: readonly string[] = ["0/1", "0/1", "1/0", "0|1", "1|0", "1/1", "1/1", "1"];

/** Pieces whose two call sets have some records in common, in the same or in other words, and some of their own. */
export function variedPieces({ genotypes, most }: VariedOptions): fc.Arbitrary<VariedPiece> {
  return repeats.chain((reference) => {
    const record = recordOn(reference, genotypes);
    const own = fc.array(record, { maxLength: Math.max(1, most >> 1) });
    const shared = fc.array(fc.tuple(record, fc.constantFrom("same", "padded", "same", "flipped", "lower")), {
      maxLength: Math.max(1, most >> 1),
    });
    return fc.tuple(shared, own, own).map(([both, truth, query]) => ({
      reference,
      truth: inOrder([...both.map(([shown]) => shown), ...truth]),
      query: inOrder([...both.map(([shown, how]) => inOtherWords(shown, how, reference)), ...query]),
    }));
  });
}

const repeats = fc
  .array(
    fc.tuple(fc.constantFrom("A", "C", "AT", "CA", "CAG", "G", "T", "TTGA", "GATTACA"), fc.integer({ min: 1, max: 5 })),
    { minLength: 2, maxLength: 5 },
  )
  .map((parts) => LEFT + parts.map(([unit, times]) => unit.repeat(times)).join("") + RIGHT);

function recordOn(reference: string, genotypes: readonly string[]): fc.Arbitrary<WrittenRecord> {
  const from = LEFT.length;
  const to = reference.length - RIGHT.length;
  const place = fc.integer({ min: from, max: to - 1 });
  const bases = (minLength: number, maxLength: number) =>
    fc.string({ unit: fc.constantFrom("A", "C", "G", "T"), minLength, maxLength });
  const copied = fc
    .tuple(place, fc.integer({ min: 1, max: 6 }))
    .map(([start, length]) => reference.slice(start, Math.min(to, start + length)));
  const change = fc.oneof(
    fc.record({ removed: fc.constant(1), added: bases(1, 1) }),
    fc.record({ removed: fc.constantFrom(2, 3), added: bases(2, 3) }),
    fc.record({ removed: fc.constant(0), added: fc.oneof(bases(1, 2), copied) }),
    fc.record({ removed: fc.integer({ min: 1, max: 8 }), added: fc.constant("") }),
    fc.record({ removed: fc.integer({ min: 1, max: 4 }), added: bases(1, 4) }),
  );
  return fc
    .record({
      at: place,
      first: change,
      second: fc.option(change, { freq: 5, nil: null }),
      star: fc.integer({ min: 0, max: 15 }),
      genotype: fc.constantFrom(...genotypes),
      several: fc.constantFrom("1/2", "2/1", "1|2", "2|1", "0/2", "2/2", "2"),
    })
    .map(({ at, first, second, star, genotype, several }) =>
      write(reference, to, at, first, second, star === 0, genotype, several),
    )
    .filter(({ ref, alts }) => alts.every((alt) => alt !== ref) && new Set(alts).size === alts.length);
}

interface Change {
  readonly removed: number;
  readonly added: string;
}

/** With a base before the change, as indels have, unless both sides have bases and nothing else is in the record. */
function write(
  reference: string,
  to: number,
  at: number,
  first: Change,
  second: Change | null,
  star: boolean,
  genotype: string,
  several: string,
): WrittenRecord {
  const removed = Math.min(to - at, Math.max(first.removed, second?.removed ?? 0));
  const anchored = second !== null || first.removed === 0 || first.added === "";
  const start = anchored ? at - 1 : at;
  const alternate = (change: Change) =>
    (anchored ? reference[at - 1] : "") +
    change.added +
    reference.slice(at + Math.min(change.removed, removed), at + removed);
  const alts = [alternate(first), ...(second === null ? [] : [alternate(second)])];
  if (star && second !== null) alts[1] = "*";
  return {
    position: start + 1,
    ref: reference.slice(start, at + removed),
    alts,
    genotype: second === null ? genotype : several,
  };
}

function inOtherWords(record: WrittenRecord, how: string, reference: string): WrittenRecord {
  const { position, ref, alts, genotype } = record;
  if (how === "lower") return { ...record, ref: ref.toLowerCase(), alts: alts.map((alt) => alt.toLowerCase()) };
  if (how === "flipped") return { ...record, genotype: genotype.split("/").reverse().join("/") };
  if (how !== "padded") return record;
  const [before, after] = [reference[position - 2], reference[position - 1 + ref.length]];
  const pad = (allele: string) => (allele === "*" ? allele : before + allele + after);
  return { position: position - 1, ref: pad(ref), alts: alts.map(pad), genotype };
}

function inOrder(records: readonly WrittenRecord[]): WrittenRecord[] {
  return [...records].sort((a, b) => a.position - b.position);
}
