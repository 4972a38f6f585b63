import { asBuffer, DOT, IS_BASE } from "./bytes.ts";

/** What the text of one ALT allele is. */
export const AlleleKind = {
  /** A sequence of bases. */
  bases: 0,
  /** `*`: the position is deleted by another record. */
  star: 1,
  /** `<DEL>`, `<NON_REF>`, `<*>` and the like. */
  symbolic: 2,
  /** A breakend (`G]17:198982]`) or single breakend (`G.`, `.G`). */
  breakend: 3,
  /** `.`: no allele. */
  missing: 4,
  /** None of these, such as `G--` or an empty text; no sequence can be told from it. */
  other: 5,
} as const;

export type AlleleKind = (typeof AlleleKind)[keyof typeof AlleleKind];

const STAR = 0x2a;
const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;

/** The kind of the single ALT allele at `[start, end)`; bases are IUPAC letters in either case. */
export function classifyAllele(text: Uint8Array, start: number, end: number): AlleleKind {
  let at = start;
  while (at < end && IS_BASE[text[at]] === 1) at++;
  if (at === end) return end > start ? AlleleKind.bases : AlleleKind.other;
  return classifyOther(text, start, end);
}

function classifyOther(text: Uint8Array, start: number, end: number): AlleleKind {
  const first = text[start];
  const last = text[end - 1];
  if (end - start === 1) {
    if (first === STAR) return AlleleKind.star;
    return first === DOT ? AlleleKind.missing : AlleleKind.other;
  }
  if (first === LESS_THAN) return isSymbol(text, start, end) ? AlleleKind.symbolic : AlleleKind.other;
  if (first === DOT && areBases(text, start + 1, end)) return AlleleKind.breakend;
  if (last === DOT && areBases(text, start, end - 1)) return AlleleKind.breakend;
  return isMatedBreakend(text, start, end) ? AlleleKind.breakend : AlleleKind.other;
}

function isSymbol(text: Uint8Array, start: number, end: number): boolean {
  if (end - start < 3 || text[end - 1] !== GREATER_THAN) return false;
  for (let at = start + 1; at < end - 1; at++) {
    if (text[at] <= 0x20 || text[at] === LESS_THAN || text[at] === GREATER_THAN) return false;
  }
  return true;
}

function areBases(text: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (IS_BASE[text[at]] === 0) return false;
  return end > start;
}

/** `t[p[`, `t]p]`, `]p]t` or `[p[t`: the same bracket twice around a place, and bases (or `.`) on one side. */
function isMatedBreakend(text: Uint8Array, start: number, end: number): boolean {
  const bytes = asBuffer(text);
  for (const bracket of [OPENING_BRACKET, CLOSING_BRACKET]) {
    const open = bytes.indexOf(bracket, start);
    if (open === -1 || open >= end) continue;
    const close = bytes.indexOf(bracket, open + 1);
    if (close === -1 || close >= end || close === open + 1) continue;
    if (open === start) return areBasesOrDot(text, close + 1, end);
    if (close === end - 1) return areBasesOrDot(text, start, open);
  }
  return false;
}

function areBasesOrDot(text: Uint8Array, start: number, end: number): boolean {
  return areBases(text, start, end) || (end - start === 1 && text[start] === DOT);
}
