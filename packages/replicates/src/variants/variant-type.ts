/** Type of a normalised variant; the index is its number. */
export const variantTypeNames = ["SNV", "MNV", "indel", "complex"] as const;

export type VariantType = (typeof variantTypeNames)[number];

const SNV = 0;
const MNV = 1;
const INDEL = 2;
const COMPLEX = 3;

/** Number of the type of a variant that replaces `deleted` reference bases by `inserted` ones, both trimmed. */
export function variantType(deleted: number, inserted: number): number {
  if (deleted === inserted) return deleted === 1 ? SNV : MNV;
  return deleted === 0 || inserted === 0 ? INDEL : COMPLEX;
}
