/** Sums something up for each assay in force, and for all that belongs to none. */
export class ByAssay<Row extends { readonly assay: string | null }> {
  readonly #rows = new Map<string | null, Row[]>();

  /** @param names of the assays in force; rows of any other belong to none. */
  constructor(names: ReadonlySet<string>, rows: readonly Row[]) {
    for (const row of rows) {
      const key = row.assay !== null && names.has(row.assay) ? row.assay : null;
      this.#rows.set(key, [...(this.#rows.get(key) ?? []), row]);
    }
  }

  /** @param assay name of one in force; null for what belongs to none. */
  of(assay: string | null): readonly Row[] {
    return this.#rows.get(assay) ?? [];
  }
}
