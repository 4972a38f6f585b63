/** Whether each of two versions found one truth variant. */
export interface PairedDetection<Variant> {
  readonly variant: Variant;
  readonly first: boolean;
  readonly second: boolean;
}

/** Truth variants by which version found them; the lists keep the order of the input. */
export interface DiscordantVariants<Variant> {
  readonly foundByBoth: number;
  readonly foundByNeither: number;
  /** Found by the first version only. */
  readonly lost: readonly Variant[];
  /** Found by the second version only. */
  readonly gained: readonly Variant[];
}

/** Lists what the second version lost and gained; `mcnemar(lost.length, gained.length)` tests the difference. */
export function discordantVariants<Variant>(
  detections: Iterable<PairedDetection<Variant>>,
): DiscordantVariants<Variant> {
  const lost: Variant[] = [];
  const gained: Variant[] = [];
  let foundByBoth = 0;
  let foundByNeither = 0;
  for (const { variant, first, second } of detections) {
    if (first && second) foundByBoth++;
    else if (first) lost.push(variant);
    else if (second) gained.push(variant);
    else foundByNeither++;
  }
  return { foundByBoth, foundByNeither, lost, gained };
}
