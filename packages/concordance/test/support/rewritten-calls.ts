import fc from "fast-check";
import type { VariedPiece, WrittenRecord } from "./varied-calls.ts";

/** Anchors between the repeats: no record can be shifted across one. */
const ANCHORS = ["GATCCGTACTTGC", "TCGGACATTCAGG", "CGTATGCCAATCG", "AGTCTGGCATTAC", "CCATAGTTCGGAT"];

/** How the second call set may say the same as the first. */
type Rewriting = "as it is" | "padded" | "shifted left" | "shifted right" | "taken apart";

/**
 * Pieces whose query says the same as their truth in other words: padded, shifted as far as it goes within its repeat,
 * multi-allelic records and MNPs taken apart. Each repeat holds one truth record.
 */
export const rewrittenPieces: fc.Arbitrary<VariedPiece> = fc
  .array(fc.constantFrom("A", "C", "AT", "CA", "CAG", "T", "TTGA", "GATTACA"), { minLength: 1, maxLength: 4 })
  .chain((units) => fc.tuple(...units.map(repeatWithRecord)))
  .map((parts) => {
    let reference = ANCHORS[0];
    const truth: WrittenRecord[] = [];
    const query: WrittenRecord[] = [];
    parts.forEach(({ repeat, recordIn, rewriting }, number) => {
      const from = reference.length;
      reference += repeat + ANCHORS[number + 1];
      const record = recordIn(reference, from, from + repeat.length);
      truth.push(record);
      query.push(...rewrite(record, rewriting, reference));
    });
    return { reference, truth, query: query.sort((a, b) => a.position - b.position) };
  });

interface Part {
  readonly repeat: string;
  readonly recordIn: (reference: string, from: number, to: number) => WrittenRecord;
  readonly rewriting: Rewriting;
}

function repeatWithRecord(unit: string): fc.Arbitrary<Part> {
  const change = fc.record({
    times: fc.integer({ min: 2, max: 6 }),
    at: fc.nat(),
    removed: fc.nat({ max: 8 }),
    added: fc.oneof(
      fc.constant(""),
      fc.integer({ min: 1, max: 3 }).map((copies) => unit.repeat(copies)),
      fc.string({ unit: fc.constantFrom("A", "C", "G", "T"), maxLength: 4 }),
    ),
    other: fc.option(fc.string({ unit: fc.constantFrom("A", "C", "G", "T"), maxLength: 4 }), { freq: 3, nil: null }),
    genotype: fc.constantFrom("0/1", "1/0", "0|1", "1/1", "1"),
    several: fc.constantFrom("1/2", "2|1", "0/2"),
    rewriting: fc.constantFrom<Rewriting>("as it is", "padded", "shifted left", "shifted right", "taken apart"),
  });
  return change.map(({ times, at, removed, added, other, genotype, several, rewriting }) => ({
    repeat: unit.repeat(times),
    rewriting,
    recordIn: (reference: string, from: number, to: number) => {
      const start = from + (at % (to - from));
      const ref = reference.slice(start - 1, Math.min(to, start + removed));
      const first = ref[0] + added;
      const second = other === null ? null : ref[0] + other;
      const alts = [first, second].filter((alt) => alt !== null && alt !== ref);
      const unlike = alts.length === 2 && alts[0] !== alts[1];
      if (alts.length === 0) return { position: start, ref: ref[0], alts: [ref[0] === "A" ? "C" : "A"], genotype };
      return {
        position: start,
        ref,
        alts: (unlike ? alts : alts.slice(0, 1)) as string[],
        genotype: unlike ? several : genotype,
      };
    },
  }));
}

function rewrite(record: WrittenRecord, rewriting: Rewriting, reference: string): WrittenRecord[] {
  if (rewriting === "padded") return [pad(record, reference)];
  if (rewriting === "taken apart") return record.alts.length > 1 ? splitAlleles(record) : splitBases(record);
  if (rewriting === "as it is" || record.alts.length > 1) return [record];
  return [shift(record, rewriting === "shifted left" ? -1 : 1, reference)];
}

function pad({ position, ref, alts, genotype }: WrittenRecord, reference: string): WrittenRecord {
  const [before, after] = [reference.slice(position - 4, position - 1), reference.substr(position - 1 + ref.length, 2)];
  return { position: position - 3, ref: before + ref + after, alts: alts.map((alt) => before + alt + after), genotype };
}

/** One heterozygous record for each called ALT allele. */
function splitAlleles({ position, ref, alts, genotype }: WrittenRecord): WrittenRecord[] {
  return alts.flatMap((alt, number) =>
    genotype.includes(String(number + 1)) ? [{ position, ref, alts: [alt], genotype: "0/1" }] : [],
  );
}

/** One record for each substituted base of an MNP; other records stay. */
function splitBases(record: WrittenRecord): WrittenRecord[] {
  const { position, ref, alts, genotype } = record;
  const [alt] = alts;
  if (ref.length !== alt.length) return [record];
  return [...ref].flatMap((base, i) =>
    base === alt[i] ? [] : [{ position: position + i, ref: base, alts: [alt[i]], genotype }],
  );
}

/** A pure insertion or deletion moved as far as the reference allows; other records stay. */
function shift(record: WrittenRecord, direction: -1 | 1, reference: string): WrittenRecord {
  const { position, ref, genotype } = record;
  const [alt] = record.alts;
  if (alt[0] !== ref[0] || (alt.length > 1 && ref.length > 1) || alt.length === ref.length) return record;
  let bases = alt.length > 1 ? alt.slice(1) : ref.slice(1);
  let start = position;
  for (;;) {
    const deletion = ref.length > 1;
    const next = direction < 0 ? reference[start - 1] : reference[start + (deletion ? bases.length : 0)];
    if (next !== (direction < 0 ? bases.at(-1) : bases[0])) break;
    bases = direction < 0 ? next + bases.slice(0, -1) : bases.slice(1) + next;
    start += direction;
  }
  const anchor = reference[start - 1];
  const longer = anchor + bases;
  return ref.length > 1
    ? { position: start, ref: longer, alts: [anchor], genotype }
    : { position: start, ref: anchor, alts: [longer], genotype };
}
