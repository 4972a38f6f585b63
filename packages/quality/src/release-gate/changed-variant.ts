import type { VariantType } from "./gate-record.ts";

/** How a variant's verdict changed from the current version to the candidate. */
export type Change = "lost" | "gained" | "new FP" | "resolved FP";

/** A variant on which the versions differ. */
export interface ChangedVariant {
  readonly change: Change;
  readonly type: VariantType;
  readonly contig: string;
  /** 1-based. */
  readonly position: number;
  readonly ref: string;
  readonly alt: string;
  readonly genotype: string;
}
