import type { ReactElement } from "react";
import { Facts } from "../../ui/page.tsx";
import { ControlChartLink } from "../../ui/record-link.tsx";
import type { Evidence } from "./alerts.ts";

type Fact = readonly [name: string, value: string];

/** What an alert rests on, in names and numbers; null is a dash. */
export function EvidenceFacts({ evidence }: { readonly evidence: Evidence }): ReactElement {
  const controls = controlsOf(evidence);
  return (
    <>
      <Facts facts={factsOf(evidence)} />
      {controls.length === 0 ? null : (
        <ul>
          {controls.map((control) => (
            <li key={JSON.stringify(control)}>
              <ControlChartLink control={control} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Controls whose charts show what was found. */
function controlsOf(evidence: Evidence) {
  if (evidence.type === "westgard rejection") {
    const { analyte } = evidence;
    return evidence.points.map(({ material, materialLot, level }) => ({ material, materialLot, level, analyte }));
  }
  if (evidence.type !== "control overdue") return [];
  const { material, materialLot } = evidence;
  return evidence.series.map(({ analyte, level }) => ({ material, materialLot, analyte, level }));
}

function factsOf(evidence: Evidence): Fact[] {
  switch (evidence.type) {
    case "westgard rejection":
      return [
        ["Analyte", evidence.analyte],
        ["Rule set", `${evidence.ruleSet.name} v${evidence.ruleSet.version}`],
        ...evidence.violations.map(
          ({ rule, scope, side, window }): Fact => [
            `${rule} ${scope}`,
            `${side === null ? "" : `${side} the mean; `}window ${window.map(({ run }) => run).join(", ")}`,
          ],
        ),
        ...evidence.points.map(
          ({ material, materialLot, level, value, score, baseline }): Fact => [
            [material, materialLot, level].filter((part) => part !== null).join(" "),
            `${shown(value)}, ${score === null ? "–" : `${shown(score)} SD from the mean`}; baseline ${baseline.name} v${baseline.version}`,
          ],
        ),
      ];
    case "threshold failed":
      return [
        ["Score", `${evidence.score}, ${evidence.stage}`],
        ["Value", `${shown(evidence.value)} of ${evidence.observations} records`],
        ["95 % interval", intervalOf(evidence.interval)],
        ["Minimum", shown(evidence.minimum)],
      ];
    case "decline":
      return [
        ["Runs", `${evidence.n} since the last change, until ${evidence.run}`],
        [
          "Mann-Kendall",
          `S = ${evidence.s}, p = ${shown(evidence.p)}; limit at look ${evidence.look} ${shown(evidence.levelOfLook)}`,
        ],
        ["Sen slope", `${shown(evidence.slope)} per ${evidence.unit}, interval ${intervalOf(evidence.slopeInterval)}`],
        ["Threshold", shown(evidence.threshold?.value ?? null)],
        ["Crossing", crossingOf(evidence)],
      ];
    case "replicates vary":
      return [
        ["Study", evidence.study],
        ["Stratum", evidence.stratum ?? "all"],
        ["Variants", String(evidence.variants)],
        ["Median CV", `${shown(evidence.correctedMedianCv)} corrected, ${shown(evidence.medianCv)} as measured`],
        ["Limit", shown(evidence.limit)],
        ["Counting alone", `${shown(evidence.floorCv)}; ratio ${shown(evidence.ratioToFloor)}`],
      ];
    case "control overdue":
      return evidence.series.map(
        ({ analyte, level, lastMeasuredAt, dueAt, intervalDays }): Fact => [
          level === null ? analyte : `${analyte}, ${level}`,
          `due ${dueAt.slice(0, 10)}, every ${intervalDays} d; last ${lastMeasuredAt?.slice(0, 10) ?? "never"}`,
        ],
      );
    case "lot expires":
      return [
        ["Lot", [evidence.use, evidence.name, evidence.lot].filter((part) => part !== null).join(" ")],
        ["Last day", evidence.expiresOn],
        ["Days left when found", String(evidence.daysLeft)],
      ];
  }
}

function crossingOf({ crossing, unit }: Extract<Evidence, { type: "decline" }>): string {
  if (crossing === null) return "–";
  if (crossing.state === "crossed") return "the line is beyond the threshold already";
  const range = `${shown(crossing.earliestAhead)} to ${shown(crossing.latestAhead)}`;
  return `in ${shown(crossing.ahead)} ${unit}s after the last run (${range})`;
}

function intervalOf(interval: readonly number[] | null): string {
  return interval === null ? "–" : interval.map((end) => shown(end)).join(" to ");
}

/** Four significant digits; a dash where there is no number. */
function shown(value: number | null): string {
  return value === null ? "–" : String(Number(value.toPrecision(4)));
}
