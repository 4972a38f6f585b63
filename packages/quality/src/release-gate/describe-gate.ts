import type { VersionComparisonDocument } from "@touchstone/model";
import { VARIANT_TYPES } from "./gate-record.ts";

const SCORE_NAMES = { recall: "recall", precision: "precision", f1: "F1" } as const;

type Criterion = VersionComparisonDocument["criteria"][number];
type TypeComparison = VersionComparisonDocument["types"]["SNP"];

/** The gate's answer as text for people, at most 100 columns wide: a table of criteria, what changed, the verdict. */
export function describeGate(gate: VersionComparisonDocument): string {
  const percent = Number((100 * gate.settings.level).toPrecision(6));
  const header = ["Type", "Score", "Current", "Candidate", `Difference [${percent}% interval]`, "Margin", "Verdict"];
  return [
    `Current    ${gate.current.comparison}  (${gate.current.query.path})`,
    `Candidate  ${gate.candidate.comparison}  (${gate.candidate.query.path})`,
    "",
    ...align([header, ...gate.criteria.map(criterionCells)]),
    "",
    ...VARIANT_TYPES.flatMap((type) => changeLines(type, gate.types[type])),
    "",
    verdictLine(gate),
  ].join("\n");
}

function criterionCells({ type, score, current, candidate, difference, interval, margin, verdict, reason }: Criterion) {
  const range = interval === null ? "" : ` [${interval.map(signed).join(", ")}]`;
  const why = reason === null ? "" : ` (${reason})`;
  return [
    type,
    SCORE_NAMES[score],
    fraction(current),
    fraction(candidate),
    difference === null ? "undefined" : `${signed(difference)}${range}`,
    margin === null ? "none" : String(margin),
    `${verdict}${why}`,
  ];
}

function changeLines(type: string, { found, falsePositives, mcnemar, blocks }: TypeComparison): string[] {
  const p = mcnemar.recommended === "exact" ? mcnemar.exactP : (mcnemar.asymptotic?.p ?? mcnemar.exactP);
  const test = mcnemar.discordant === 0 ? "" : ` (McNemar p = ${p.toPrecision(3)}, ${mcnemar.recommended})`;
  const padding = " ".repeat(7);
  return [
    `${type.padEnd(7)}${found.currentOnly} truth variants lost, ${found.candidateOnly} gained${test}`,
    `${padding}${falsePositives.candidateOnly} false positives new, ${falsePositives.currentOnly} resolved; ${blocks} ${blocks === 1 ? "block" : "blocks"} of 1 Mb`,
  ];
}

function verdictLine({ passed, criteria }: VersionComparisonDocument): string {
  const judged = criteria.filter(({ margin }) => margin !== null);
  if (passed) return `PASSED: the candidate is non-inferior in all of ${judged.length} criteria.`;
  const open = judged.filter(({ verdict }) => verdict !== "non-inferior");
  const named = open.map(({ type, score, verdict }) => `${type} ${SCORE_NAMES[score]} ${verdict}`);
  return `NOT PASSED: ${named.join(", ")}.`;
}

function fraction(value: number | null): string {
  return value === null ? "no data" : value.toFixed(6);
}

function signed(value: number): string {
  const text = value.toFixed(6);
  // A loss that rounds to nothing keeps no sign.
  return Number(text) > 0 ? `+${text}` : Number(text) === 0 ? text.replace("-", "") : text;
}

function align(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join("  ")
      .trimEnd(),
  );
}
