import { type Html, html } from "../page/html.ts";
import { paragraph } from "../page/parts.ts";
import type { ReportSection } from "../page/report-page.ts";
import { numberColumn, table } from "../page/table.ts";
import { count, fraction } from "../page/values.ts";
import type { AcceptanceCriterion, ValidationInput } from "./validation-input.ts";

/** What the outcomes of a criterion are together. */
const OUTCOMES: Readonly<Record<string, string>> = {
  "in control": "met",
  warning: "met with a warning",
  "out of control": "not met",
};

/** "met", "not met" or "not evaluable". */
export function outcomeOf({ state }: Pick<AcceptanceCriterion, "state">): string {
  return OUTCOMES[state] ?? "not evaluable";
}

/** How many criteria are met, in a sentence for the head of the report. */
export function outcomeText({ criteria }: Pick<ValidationInput, "criteria">): string {
  if (criteria.length === 0) return "not evaluable: no acceptance criterion is in force";
  const counts = ["met", "met with a warning", "not met", "not evaluable"].flatMap((outcome) => {
    const n = criteria.filter((criterion) => outcomeOf(criterion) === outcome).length;
    return n === 0 ? [] : [`${n} ${outcome}`];
  });
  return `acceptance criteria: ${counts.join(", ")}, of ${criteria.length}`;
}

/** Each limit with its source, and what became of it in each comparison. */
export function criteriaSection({ criteria }: ValidationInput): ReportSection {
  const outcomes = criteria.flatMap(({ outcomes: all, ...criterion }) => all.map((one) => ({ ...criterion, ...one })));
  return {
    title: "Acceptance criteria and outcome",
    content: [
      table({
        caption: "Acceptance criteria",
        none: "No threshold of this assay version is in force: nothing can be accepted by it.",
        className: "strong",
        rows: criteria,
        columns: [
          { title: "Criterion", cell: nameOf, isHeading: true },
          numberColumn<AcceptanceCriterion>("At least", ({ minimum }) => fraction(minimum, "")),
          numberColumn<AcceptanceCriterion>("Of records, at least", ({ observations }) =>
            count(observations, "no least number"),
          ),
          { title: "Judged by", cell: ({ stage }) => (stage === "release" ? "interval" : "estimate") },
          { title: "Outcome", cell: outcomeOf },
          { title: "Source of the limit", cell: ({ citation }) => citation ?? "none" },
        ],
      }),
      paragraph(
        "A criterion is met when it is met in every comparison, and not evaluable when it could be judged in none or when a part of it could not be judged and no part failed. A release is judged by the 95 % interval, which has to reach the limit; routine by the estimate.",
      ),
      table({
        caption: "Outcome in each comparison",
        none: "No comparison was judged by these criteria.",
        rows: outcomes,
        columns: [
          { title: "Criterion", cell: nameOf, isHeading: true },
          {
            title: "Run",
            cell: ({ run, sample }) => (sample === null ? run : html`${run}<br><small>${sample}</small>`),
          },
          { title: "Truth set", cell: ({ truthSet }) => truthSet },
          { title: "Outcome", cell: outcomeOf },
          { title: "Why", cell: ({ sentence, reason }) => (reason === null ? sentence : `${sentence} (${reason})`) },
        ],
      }),
    ],
  };
}

function nameOf({ score, records, stage }: Pick<AcceptanceCriterion, "score" | "records" | "stage">): Html {
  return html`${score} of ${records}<br><small>${stage}</small>`;
}
