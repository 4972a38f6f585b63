import { type Assay, describeAssay, type QualityError } from "@touchstone/quality";
import { textTable } from "./text-table.ts";

const WIDTH = 100;

/** What an assay definition holds, and what keeps it from being approved. */
export function assayText(assay: Assay, obstacles: readonly QualityError[]): string {
  const { document, contentSha256, ruleSet } = assay;
  const { cvLimit, replicates } = document.reproducibility;
  return [
    `Assay ${describeAssay(assay)}${document.mark === undefined ? "" : ` (${document.mark})`}`,
    `content    sha256 ${contentSha256}`,
    `rules      ${ruleSet.rules.map(({ rule }) => rule).join(", ")}; baseline of ${document.baseline.points.value} points`,
    `replicates ${replicates.value}, median CV of ${cvLimit.value} at most`,
    ...section(thresholdLines(assay)),
    ...section(analyteLines(assay)),
    "",
    obstacles.length === 0 ? "It can be approved." : "It cannot be approved:",
    ...obstacles.map(({ message }) => `  ${message}`),
  ].join("\n");
}

function section(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", ...lines];
}

function thresholdLines({ document: { thresholds } }: Assay): string[] {
  if (thresholds.length === 0) return [];
  return textTable(
    [
      { title: "Score", width: 20 },
      { title: "at least", width: 9, align: "right" },
      { title: "of records", width: 11, align: "right" },
    ],
    thresholds.map(({ score, variantType, minimum, observations }) => [
      `${score} of ${variantType}`,
      String(minimum.value),
      String(observations?.value ?? ""),
    ]),
    WIDTH,
  );
}

function analyteLines({ document: { analytes } }: Assay): string[] {
  if (analytes.length === 0) return [];
  return textTable(
    [
      { title: "Analyte", width: 40 },
      { title: "kind", width: 18 },
      { title: "in materials", width: 30 },
    ],
    analytes.map(({ analyte, kind, materials }) => [analyte, kind, materials.join(", ")]),
    WIDTH,
  );
}
