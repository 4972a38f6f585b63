/** The first items, and how many more there are: "R1, R2, R3 and 4 more". */
export function listing(items: readonly string[], most = 6): string {
  if (items.length <= most) return items.join(", ");
  return `${items.slice(0, most).join(", ")} and ${items.length - most} more`;
}
