import { reproducibilityReport } from "@touchstone/report";
import { readStudy } from "./read-study.ts";

/** The report of a study by `touchstone reproducibility`; parameters and errors as of `readStudy`. */
export function reproducibilityPage(target: string): string {
  return reproducibilityReport(readStudy(target, true));
}
