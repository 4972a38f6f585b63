/** How a file is packed, by its content. */
export type Compression = "empty" | "plain" | "gzip" | "bgzf";

/** The fixed bytes of the header that every BGZF writer makes, with their places. */
const USUAL_HEADER: readonly (readonly [number, number])[] = [
  [0, 0x1f],
  [1, 0x8b],
  [2, 0x08],
  [3, 0x04],
  [10, 0x06],
  [11, 0x00],
  [12, 0x42],
  [13, 0x43],
  [14, 0x02],
  [15, 0x00],
];
const USUAL_HEADER_SIZE = 18;
const FLAG_EXTRA = 4;

/**
 * How a file that starts with `head` is packed. Give at least the first 18 bytes (all, if the file is shorter), and
 * 64 KiB to find the mark of BGZF behind any other subfield.
 *
 * A BGZF header with one damaged byte still counts as `bgzf`: taken for text it would fail far from the cause,
 * while the block reader names the block. For the same reason a file cut within its first header is `bgzf`.
 */
export function detectCompression(head: Uint8Array): Compression {
  if (head.length === 0) return "empty";
  if (resemblesUsualHeader(head)) return "bgzf";
  if (head[0] !== 0x1f || head[1] !== 0x8b) return "plain";
  return mayHoldBlockSize(head) ? "bgzf" : "gzip";
}

function resemblesUsualHeader(head: Uint8Array): boolean {
  let matching = 0;
  let present = 0;
  for (const [place, byte] of USUAL_HEADER) {
    if (place >= head.length) break;
    present++;
    if (head[place] === byte) matching++;
  }
  const damagedAllowed = head.length >= USUAL_HEADER_SIZE ? 1 : 0;
  return matching >= present - damagedAllowed;
}

/** Whether the extra field has the `BC` subfield, whatever the flags say, or ends beyond `head` without it so far. */
function mayHoldBlockSize(head: Uint8Array): boolean {
  const end = 12 + (head[10] | (head[11] << 8));
  let at = 12;
  while (at + 4 <= Math.min(end, head.length)) {
    const length = head[at + 2] | (head[at + 3] << 8);
    if (head[at] === 0x42 && head[at + 1] === 0x43 && length === 2) return true;
    at += 4 + length;
  }
  return (head[3] & FLAG_EXTRA) !== 0 && (head.length < 12 || head.length < end);
}
