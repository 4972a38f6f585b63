/** A set of variants that is reported on, as a union of cells. */
export interface Stratum {
  readonly name: string;
  /** By what the variants were chosen. */
  readonly dimension: "all" | "zygosity" | "zygosity and type" | "VAF bin" | "type" | "table";
  readonly cells: ReadonlySet<number>;
}
