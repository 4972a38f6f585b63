import { type VariantType, variantTypeNames } from "../variants/variant-type.ts";
import { type Zygosity, zygosityNames } from "../variants/zygosity.ts";
import type { Stratum } from "./stratum.ts";

/**
 * Numbers the cells of call sets: zygosity, bin of the mean VAF and type of a variant. Variants that no run measured
 * have no bin.
 */
export class VariantCells {
  /** Inner edges of the bins, ascending, each above 0 and below 1. */
  readonly edges: readonly number[];
  readonly #bins: number;

  constructor(edges: readonly number[]) {
    this.edges = edges;
    this.#bins = edges.length + 2;
  }

  get count(): number {
    return zygosityNames.length * this.#bins * variantTypeNames.length;
  }

  /** Number of the bin of a mean VAF: edges belong to the bin above, 1 to the last. */
  binOf(mean: number): number {
    let bin = 0;
    while (bin < this.edges.length && mean >= this.edges[bin]) bin++;
    return bin;
  }

  /** Number of the bin of variants without a mean. */
  get noBin(): number {
    return this.#bins - 1;
  }

  /** E.g. `0.05-0.1`; null for the bin of variants without a mean. */
  binName(bin: number): string | null {
    if (bin === this.noBin) return null;
    return `${this.edges[bin - 1] ?? 0}-${this.edges[bin] ?? 1}`;
  }

  cellOf(zygosity: number, bin: number, type: number): number {
    return (zygosity * this.#bins + bin) * variantTypeNames.length + type;
  }

  /** Type of the variants of a cell. */
  typeOf(cell: number): VariantType {
    return variantTypeNames[cell % variantTypeNames.length];
  }

  /** The strata of a report: all, by zygosity, by zygosity and type, by bin, by type. */
  strata(): Stratum[] {
    const bins = Array.from({ length: this.noBin }, (_, bin) => bin);
    return [
      this.#stratum("all variants", "all", {}),
      ...zygosityNames.map((zygosity) => this.#stratum(zygosity, "zygosity", { zygosity })),
      ...(["het", "hom"] as const).flatMap((zygosity) =>
        variantTypeNames.map((type) => this.#stratum(`${zygosity} ${type}`, "zygosity and type", { zygosity, type })),
      ),
      ...bins.map((bin) => this.#stratum(`VAF ${this.binName(bin)}`, "VAF bin", { bin })),
      ...variantTypeNames.map((type) => this.#stratum(type, "type", { type })),
    ];
  }

  #stratum(
    name: string,
    dimension: Stratum["dimension"],
    chosen: { readonly zygosity?: Zygosity; readonly type?: VariantType; readonly bin?: number },
  ): Stratum {
    const cells = new Set<number>();
    zygosityNames.forEach((zygosity, z) => {
      for (let bin = 0; bin < this.#bins; bin++) {
        variantTypeNames.forEach((type, t) => {
          const isChosen =
            (chosen.zygosity ?? zygosity) === zygosity && (chosen.type ?? type) === type && (chosen.bin ?? bin) === bin;
          if (isChosen) cells.add(this.cellOf(z, bin, t));
        });
      }
    });
    return { name, dimension, cells };
  }
}
