/** Something that takes room along a line. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The first lane with room for each span, in the order given; null where `laneCount` lanes are full. Spans keep `gap`
 * between them.
 */
export function assignLanes(spans: readonly Span[], laneCount: number, gap: number): (number | null)[] {
  const lanes: Span[][] = Array.from({ length: laneCount }, () => []);
  return spans.map((span) => {
    const lane = lanes.findIndex((taken) =>
      taken.every((other) => span.start >= other.end + gap || span.end <= other.start - gap),
    );
    if (lane < 0) return null;
    lanes[lane].push(span);
    return lane;
  });
}
