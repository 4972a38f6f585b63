import { rimmedText } from "../drawing/shapes.ts";
import type { SvgElement } from "../drawing/svg-element.ts";
import { textWidth } from "../drawing/text-metrics.ts";
import { TEXT_SIZE } from "../drawing/theme.ts";

/** Text that belongs to a point, in units of the drawing. */
export interface FlagLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Labels with a higher rank get their room first. */
  readonly rank: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const DISTANCE = 9;
const SYMBOL_RADIUS = 6;

/**
 * Places labels above, below, right or left of their points where they hide no other label and no flagged point.
 * Those without room are left out and counted.
 */
export function flagLabels(
  labels: readonly FlagLabel[],
  frame: Box,
): { readonly shapes: readonly SvgElement[]; readonly omitted: number } {
  const taken: Box[] = labels.map(({ x, y }) => ({
    left: x - SYMBOL_RADIUS,
    right: x + SYMBOL_RADIUS,
    top: y - SYMBOL_RADIUS,
    bottom: y + SYMBOL_RADIUS,
  }));
  const shapes: SvgElement[] = [];
  const byRank = labels.toSorted((a, b) => b.rank - a.rank);
  for (const label of byRank) {
    const box = candidates(label, frame).find(
      (candidate) => isInside(candidate, frame) && !taken.some((other) => overlap(candidate, other)),
    );
    if (box === undefined) continue;
    taken.push(box);
    shapes.push(rimmedText(label.text, (box.left + box.right) / 2, box.bottom - 3, { "text-anchor": "middle" }));
  }
  return { shapes, omitted: labels.length - shapes.length };
}

/** Boxes around a point, away from the middle of the frame first. */
function candidates({ text, x, y }: FlagLabel, frame: Box): Box[] {
  const width = textWidth(text);
  const height = TEXT_SIZE + 2;
  const start = Math.max(frame.left, Math.min(frame.right - width, x - width / 2));
  const centred = { left: start, right: start + width };
  const above = { ...centred, top: y - DISTANCE - height, bottom: y - DISTANCE };
  const below = { ...centred, top: y + DISTANCE, bottom: y + DISTANCE + height };
  const beside = { top: y - height / 2, bottom: y + height / 2 };
  const right = { ...beside, left: x + DISTANCE, right: x + DISTANCE + width };
  const left = { ...beside, left: x - DISTANCE - width, right: x - DISTANCE };
  const isUpper = y < (frame.top + frame.bottom) / 2;
  return isUpper ? [above, right, left, below] : [below, right, left, above];
}

function isInside(box: Box, frame: Box): boolean {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
