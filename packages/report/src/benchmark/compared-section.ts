import { html } from "../page/html.ts";
import { facts } from "../page/parts.ts";
import type { ReportSection } from "../page/report-page.ts";
import { numberColumn, type TableColumn, table } from "../page/table.ts";
import { count } from "../page/values.ts";
import { type BenchmarkedComparison, truthSetName } from "./benchmark-input.ts";

const CALL_SET: readonly TableColumn<BenchmarkedComparison>[] = [
  {
    title: "Call set",
    cell: (one) => html`${one.sample}<small>${one.caller}</small><small>against ${truthSetName(one)}</small>`,
    isHeading: true,
  },
];

/** Records that no score counts. */
export function notAssessedSection(comparisons: readonly BenchmarkedComparison[]): ReportSection {
  return {
    title: "What was not assessed",
    content: table({
      caption: "Records, and those that were not assessed",
      rows: comparisons,
      columns: [
        ...CALL_SET,
        ...(["truth", "query"] as const).flatMap((side) => [
          numberColumn(`Records (${side})`, ({ metrics: { records } }: BenchmarkedComparison) =>
            count(records[side].total),
          ),
          numberColumn(`Not assessed (${side})`, ({ metrics: { records } }: BenchmarkedComparison) =>
            count(records[side].total - records[side].assessed),
          ),
          {
            title: "Why",
            cell: ({ metrics: { records } }: BenchmarkedComparison) => reasons(records[side].notAssessed),
          },
        ]),
      ],
    }),
  };
}

function reasons(notAssessed: Readonly<Record<string, number>>): string {
  const named = Object.entries(notAssessed).filter(([, records]) => records > 0);
  return named.map(([reason, records]) => `${reason} ${records}`).join(", ") || "–";
}

/** Which files and options the numbers are the result of. */
export function comparedSection(comparisons: readonly BenchmarkedComparison[]): ReportSection {
  const [first] = comparisons;
  const options = Object.entries(first?.provenance.options ?? {}).map(
    ([name, value]) => [name, String(value)] as const,
  );
  const code = (text: string) => html`<code>${text}</code>`;
  return {
    title: "Inputs and options",
    content: [
      facts(Object.fromEntries(options.map(([name, value]) => [`Option ${name}`, value]))),
      table({
        caption: "Call sets",
        rows: comparisons,
        columns: [
          ...CALL_SET,
          { title: "File", cell: ({ provenance: { inputs } }) => code(inputs.query.path) },
          { title: "SHA-256", cell: ({ provenance: { inputs } }) => code(inputs.query.sha256) },
        ],
      }),
      table({
        caption: "Truth sets",
        rows: firstOfEach(comparisons, truthSetName),
        columns: [
          { title: "Truth set", cell: truthSetName, isHeading: true },
          { title: "File", cell: ({ provenance: { inputs } }) => code(inputs.truth.path) },
          { title: "SHA-256", cell: ({ provenance: { inputs } }) => code(inputs.truth.sha256) },
          {
            title: "Confident regions, SHA-256",
            cell: ({ provenance: { inputs } }) => (inputs.regions === null ? "none" : code(inputs.regions.sha256)),
          },
        ],
      }),
    ],
  };
}

function firstOfEach<T>(all: readonly T[], key: (one: T) => string): T[] {
  return all.filter((one, place) => all.findIndex((other) => key(other) === key(one)) === place);
}
