import { type Html, html } from "../page/html.ts";
import { notes } from "../page/parts.ts";
import type { ReportSection } from "../page/report-page.ts";
import { table } from "../page/table.ts";
import type { RunRecord, Substitution } from "./run-input.ts";

/** What is said first of a run's programs: which stood in for others. */
export function substitutedText({ substitutions }: Pick<RunRecord, "substitutions">): string | Html {
  if (substitutions === null) return "not recorded";
  if (substitutions.length === 0) return "those that the pipeline names";
  return html`${substitutions.map((one) => html`▲ ${one.sentence}<br>`)}`;
}

/** A substitution with its reason. */
export function substitutionText({ sentence, note }: Substitution): string {
  return note === null ? sentence : `${sentence} ${note}`;
}

/** Programs of each process with their versions, and what stood in for what. */
export function programsSection({ toolVersions, substitutions }: RunRecord): ReportSection {
  const none =
    substitutions === null
      ? "Nothing says whether a program stood in for another."
      : "No program stood in for another.";
  return {
    title: "Programs",
    content: [
      notes((substitutions ?? []).map(substitutionText), none),
      table({
        caption: "Programs and their versions",
        none: toolVersions === null ? "Programs were not recorded." : "No process reported a program.",
        rows: toolVersions ?? [],
        columns: [
          { title: "Process", cell: ({ process }) => process, isHeading: true },
          { title: "Program", cell: ({ tool }) => tool },
          { title: "Version", cell: ({ version }) => version },
        ],
      }),
    ],
  };
}
