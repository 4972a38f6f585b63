import type { ByteRange } from "@touchstone/store";

const BYTES = /^bytes=(\d*)-(\d*)$/;

/**
 * The part of a content that a Range header (RFC 9110, section 14.2) asks for.
 *
 * @param size bytes of the whole.
 * @returns null for the whole: no header, one of another unit, or of several ranges, which need not be honoured;
 *   `unsatisfiable` for a range of which the content has no byte.
 */
export function readRangeHeader(header: string | undefined, size: number): ByteRange | null | "unsatisfiable" {
  const [, first = "", last = ""] = BYTES.exec(header ?? "") ?? [];
  if (first === "" && last === "") return null;
  const [start, end] = first === "" ? [Math.max(size - Number(last), 0), size] : [Number(first), endOf(last, size)];
  if (first !== "" && last !== "" && Number(last) < Number(first)) return null;
  return start < end ? { start, end } : "unsatisfiable";
}

function endOf(last: string, size: number): number {
  return last === "" ? size : Math.min(Number(last) + 1, size);
}
