import { methodsSection } from "../comparison/methods-section.ts";
import { facts } from "../page/parts.ts";
import { reportPage } from "../page/report-page.ts";
import { type BenchmarkInput, truthSetName } from "./benchmark-input.ts";
import { comparedSection, notAssessedSection } from "./compared-section.ts";
import { resultSections, strataSections } from "./score-sections.ts";

/**
 * Comparisons of call sets with truth sets, side by side, as a self-contained HTML document: the same bytes for the same
 * input. Every number is one of the comparisons' own; nothing is ranked or judged here.
 */
export function benchmarkReport({ comparisons, touchstone }: BenchmarkInput): string {
  const distinct = (names: readonly string[]) => [...new Set(names)].join(", ");
  const versions = distinct(comparisons.map(({ provenance }) => provenance.touchstone));
  return reportPage({
    kind: "Benchmark of call sets",
    title: titleOf(comparisons),
    facts: facts({
      Samples: distinct(comparisons.map(({ sample }) => sample)),
      Callers: distinct(comparisons.map(({ caller }) => caller)),
      "Truth sets": distinct(comparisons.map(truthSetName)),
      Comparisons: String(comparisons.length),
      By: `Touchstone ${versions}; reported by Touchstone ${touchstone}`,
    }),
    sections: [
      ...resultSections(comparisons),
      ...strataSections(comparisons),
      notAssessedSection(comparisons),
      comparedSection(comparisons),
      methodsSection(),
    ],
  });
}

function titleOf(comparisons: BenchmarkInput["comparisons"]): string {
  const count = (names: readonly string[], one: string) => {
    const size = new Set(names).size;
    return `${size} ${size === 1 ? one : `${one}s`}`;
  };
  const callers = count(
    comparisons.map(({ caller }) => caller),
    "caller",
  );
  const samples = count(
    comparisons.map(({ sample }) => sample),
    "sample",
  );
  return `${callers}, ${samples}, ${count(comparisons.map(truthSetName), "truth set")}`;
}
