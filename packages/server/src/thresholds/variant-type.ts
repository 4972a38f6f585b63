import { Type } from "@sinclair/typebox";

/** Types of variants that a threshold can be for. Assay definitions say SNV for what comparisons call SNP. */
export const ThresholdVariantTypeSchema = Type.Union(
  [Type.Literal("SNP"), Type.Literal("SNV"), Type.Literal("INDEL"), Type.Literal("ALL")],
  { description: "SNV is the same as SNP; ALL is for programs that do not tell types apart." },
);

/** A type of variant as comparisons and thresholds are stored with. */
export function storedVariantType(variantType: string): string {
  return variantType === "SNV" ? "SNP" : variantType;
}
