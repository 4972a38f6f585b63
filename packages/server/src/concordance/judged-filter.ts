import { type ComparisonFormat, VCFEVAL_NO_THRESHOLD } from "@touchstone/ingest";

/**
 * The rows that thresholds, trends and summaries are about, by the program that made the comparison: records that passed
 * their filters. vcfeval leaves others out by itself; aardvark and som.py do not tell them apart.
 */
export const judgedFilters: Readonly<Record<ComparisonFormat, string>> = {
  touchstone: "PASS",
  "hap.py": "PASS",
  "rtg vcfeval": VCFEVAL_NO_THRESHOLD,
  aardvark: "ALL",
  "som.py": "ALL",
};
