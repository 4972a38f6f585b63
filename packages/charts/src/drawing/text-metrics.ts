import { TEXT_SIZE } from "./theme.ts";

/**
 * Widths in em, by the metrics of Helvetica rounded upwards; other characters count as wide. Only a renderer knows the
 * true width, so that places are given with some room to spare.
 */
const NARROW = /[ \u00a0!'(),./:;[\]fijlrtI|]/;
const WIDE = /[mwMW%@…]/;
const CAPITAL = /[A-HJ-LN-VX-Z+=<>&~−±≤≥]/;
const NARROW_WIDTH = 0.33;
const ORDINARY_WIDTH = 0.57;
const CAPITAL_WIDTH = 0.7;
const WIDE_WIDTH = 0.9;
const FOREIGN_WIDTH = 1;

/** Estimated width of a line of text. */
export function textWidth(text: string, size: number = TEXT_SIZE): number {
  let em = 0;
  for (const character of text) em += characterWidth(character);
  return em * size;
}

const widths = new Map<string, number>();

function characterWidth(character: string): number {
  const known = widths.get(character);
  if (known !== undefined) return known;
  const width = measuredWidth(character);
  widths.set(character, width);
  return width;
}

function measuredWidth(character: string): number {
  if (NARROW.test(character)) return NARROW_WIDTH;
  if (WIDE.test(character)) return WIDE_WIDTH;
  if (CAPITAL.test(character)) return CAPITAL_WIDTH;
  return character < "\u0250" ? ORDINARY_WIDTH : FOREIGN_WIDTH;
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function shorten(text: string, width: number, size: number = TEXT_SIZE): string {
  if (textWidth(text, size) <= width) return text;
  let kept = "";
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** The text in lines of at most a width, broken between words; a word longer than a line is shortened. */
export function wrap(text: string, width: number, size: number = TEXT_SIZE): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \t\r\n]+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size) > width) {
      lines.push(line);
      line = shorten(word, width, size);
    } else {
      line = shorten(longer, width, size);
    }
  }
  return line === "" ? lines : [...lines, line];
}
