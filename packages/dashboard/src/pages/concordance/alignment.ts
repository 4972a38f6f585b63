/** A record that is put beside the reference. */
export interface AlignedRecord {
  /** What stands before its row: "truth 1/1". */
  readonly label: string;
  /** 1-based. */
  readonly position: number;
  readonly ref: string;
  /** Alleles separated by commas. */
  readonly alt: string;
  readonly genotype: string;
}

/** A place of a row. */
export interface AlignedLetter {
  /** A base, "-" where there is none, "·" where it is the reference's. */
  readonly letter: string;
  readonly isChanged: boolean;
}

/** A row: the reference, or a called allele of a record. */
export interface AlignedRow {
  /** From 0, the reference's. */
  readonly number: number;
  readonly label: string;
  readonly letters: readonly AlignedLetter[];
}

/** Alleles longer than this are told in words. */
const LONGEST_ALLELE = 60;

interface Edit {
  readonly label: string;
  /** Reference bases that it replaces, 0-based within the window. */
  readonly start: number;
  readonly end: number;
  readonly bases: string;
}

/**
 * Puts the called alleles of records under the reference, column by column: insertions widen it, deletions are dashes.
 *
 * @param first 1-based position of the reference's first base.
 * @returns the reference's row, then one for each called allele that lies within it and is not too long to be shown.
 */
export function align(reference: string, first: number, records: readonly AlignedRecord[]): AlignedRow[] {
  const edits = records
    .flatMap((record) => editsOf(record, first))
    .filter(({ start, end, bases }) => {
      return start >= 0 && end <= reference.length && bases.length <= LONGEST_ALLELE && end - start <= LONGEST_ALLELE;
    });
  const extra = Array.from({ length: reference.length + 1 }, (_, place) => {
    return Math.max(
      0,
      ...edits.filter(({ end }) => end === place).map(({ start, bases }) => bases.length - (place - start)),
    );
  });
  const referenceRow = [...`${reference} `].flatMap((base, place) => [
    ...same("-", extra[place] ?? 0),
    ...(place < reference.length ? same(base, 1) : []),
  ]);
  return [
    { number: 0, label: "reference", letters: referenceRow },
    ...edits.map((edit, place) => ({
      number: place + 1,
      label: edit.label,
      letters: lettersOf(edit, reference, extra),
    })),
  ];
}

function lettersOf({ start, end, bases }: Edit, reference: string, extra: readonly number[]): AlignedLetter[] {
  const letters: AlignedLetter[] = [];
  for (let place = 0; place <= reference.length; place++) {
    const room = extra[place] ?? 0;
    const inserted = place === end ? bases.slice(end - start) : "";
    letters.push(
      ...changed(inserted),
      ...(inserted === "" ? same("-", room) : changed("-".repeat(room - inserted.length))),
    );
    if (place === reference.length) break;
    const isReplaced = place >= start && place < end;
    letters.push(...(isReplaced ? changed(bases[place - start] ?? "-") : same("·", 1)));
  }
  return letters;
}

function same(letter: string, count: number): AlignedLetter[] {
  return Array.from({ length: count }, () => ({ letter, isChanged: false }));
}

function changed(letters: string): AlignedLetter[] {
  return [...letters].map((letter) => ({ letter, isChanged: true }));
}

/** The called alleles without what they share with REF: at the start one anchor base, then the end, then the rest. */
function editsOf({ label, position, ref, alt, genotype }: AlignedRecord, first: number): Edit[] {
  const called = new Set(
    genotype
      .split(/[/|]/)
      .map(Number)
      .filter((allele) => allele > 0),
  );
  return alt.split(",").flatMap((allele, index) => {
    if (!/^[ACGTN]+$/i.test(allele) || (called.size > 0 && !called.has(index + 1))) return [];
    let from = ref[0]?.toUpperCase() === allele[0]?.toUpperCase() ? 1 : 0;
    let [refEnd, altEnd] = [ref.length, allele.length];
    while (refEnd > from && altEnd > from && ref[refEnd - 1]?.toUpperCase() === allele[altEnd - 1]?.toUpperCase()) {
      refEnd--;
      altEnd--;
    }
    while (from < refEnd && from < altEnd && ref[from]?.toUpperCase() === allele[from]?.toUpperCase()) from++;
    const start = position - first;
    return [{ label, start: start + from, end: start + refEnd, bases: allele.slice(from, altEnd) }];
  });
}
