const MOST_EDITS = 3;

/** The name that a misspelt one is likely to mean; null where none is near. */
export function nearest(name: string, names: readonly string[]): string | null {
  const ranked = names.map((one) => ({ one, edits: edits(name, one) })).sort((a, b) => a.edits - b.edits);
  const [first] = ranked;
  return first !== undefined && first.edits <= Math.min(MOST_EDITS, name.length / 2) ? first.one : null;
}

/** Levenshtein's distance: insertions, deletions and replacements that make one of the other. */
function edits(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const row = [i + 1];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (before[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = row;
  }
  return before[b.length] ?? 0;
}
