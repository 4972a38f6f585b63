/** Why a record is not assessed; the index is the record's status, 0 means assessed. */
export const NOT_ASSESSED_REASONS = [
  "",
  "filtered",
  "no-call",
  "hom-ref",
  "no-alt",
  "symbolic",
  "breakend",
  "spanning-deletion",
  "ploidy",
  "ref-mismatch",
  "telomere",
  "outside-targets",
  "outside-regions",
] as const;

/** Name of a reason as it stands in INFO of P.vcf.gz and in metrics.json. */
export type NotAssessedReason = Exclude<(typeof NOT_ASSESSED_REASONS)[number], "">;

export const ASSESSED = 0;
export const FILTERED = 1;
export const NO_CALL = 2;
export const HOM_REF = 3;
export const NO_ALT = 4;
export const SYMBOLIC = 5;
export const BREAKEND = 6;
export const SPANNING_DELETION = 7;
export const PLOIDY = 8;
export const REF_MISMATCH = 9;
export const TELOMERE = 10;
export const OUTSIDE_TARGETS = 11;
export const OUTSIDE_REGIONS = 12;
