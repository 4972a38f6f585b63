import type { StrataTable } from "./strata-table.ts";

/** Borders of intervals in ascending position; at the same position in no particular order. */
export interface Borders {
  readonly positions: Int32Array;
  /** stratum * 2 + 1 for the start of an interval, stratum * 2 for its end. */
  readonly codes: Int32Array;
}

/**
 * The borders of all strata by position, in linear time: a radix sort of two digits. (A comparison sort took four
 * times as long and half the time of a comparison with 500 strata.)
 */
export function sortBorders(table: StrataTable): Borders {
  const borders = collectBorders(table);
  let least = Number.POSITIVE_INFINITY;
  let greatest = 0;
  for (let i = 0; i < borders.positions.length; i++) {
    least = Math.min(least, borders.positions[i]);
    greatest = Math.max(greatest, borders.positions[i]);
  }
  if (borders.positions.length === 0) return borders;
  const bits = Math.ceil((32 - Math.clz32(greatest - least)) / 2);
  return sortByDigit(sortByDigit(borders, least, 0, bits), least, bits, bits);
}

function collectBorders({ offsets, starts, ends }: StrataTable): Borders {
  const positions = new Int32Array(starts.length * 2);
  const codes = new Int32Array(starts.length * 2);
  for (let stratum = 0; stratum < offsets.length - 1; stratum++) {
    for (let i = offsets[stratum]; i < offsets[stratum + 1]; i++) {
      positions[2 * i] = starts[i];
      codes[2 * i] = stratum * 2 + 1;
      positions[2 * i + 1] = ends[i];
      codes[2 * i + 1] = stratum * 2;
    }
  }
  return { positions, codes };
}

/** Stable sort by `bits` bits of position - least, from bit `shift` on. */
function sortByDigit({ positions, codes }: Borders, least: number, shift: number, bits: number): Borders {
  const mask = 2 ** bits - 1;
  const next = new Int32Array(mask + 2);
  for (let i = 0; i < positions.length; i++) next[(((positions[i] - least) >>> shift) & mask) + 1]++;
  for (let digit = 0; digit <= mask; digit++) next[digit + 1] += next[digit];
  const sortedPositions = new Int32Array(positions.length);
  const sortedCodes = new Int32Array(positions.length);
  for (let i = 0; i < positions.length; i++) {
    const place = next[((positions[i] - least) >>> shift) & mask]++;
    sortedPositions[place] = positions[i];
    sortedCodes[place] = codes[i];
  }
  return { positions: sortedPositions, codes: sortedCodes };
}
