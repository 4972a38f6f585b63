import { indelLengthChart, precisionRecallChart, scoreForestChart } from "@touchstone/charts";
import { type ReactElement, useMemo } from "react";
import { api } from "../../api/api.ts";
import { ChartFigure } from "../../ui/chart-figure.tsx";
import { ChartNumbers } from "../../ui/chart-numbers.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { Panel } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { curveData, forestData, indelLengthData } from "./comparison-chart-data.ts";
import { countText, intervalText, scoreText } from "./format.ts";
import type { ComparisonRecord, CurvePoint, Stratum } from "./records.ts";

/** Scores by stratum, by the threshold of the score, and of indels by length. */
export function ComparisonFigures(props: {
  readonly comparison: ComparisonRecord;
  readonly type: string;
}): ReactElement {
  const { comparison, type } = props;
  return (
    <>
      <StrataPanel comparison={comparison} type={type} />
      <CurvePanel comparison={comparison} />
      {type === "INDEL" ? <LengthPanel comparison={comparison} /> : null}
    </>
  );
}

/** The rows that verdicts are about: those that passed their filters. */
function useStrata(comparison: ComparisonRecord, type: string, subtype?: string) {
  const filter = comparison.scores[0]?.filter;
  const query = {
    variantType: type,
    limit: 500,
    ...(subtype === undefined ? { stratum: "*" } : { subtype }),
    ...(filter === undefined ? {} : { filter }),
  };
  return api.useQuery("get", "/api/v1/concordance/{id}/strata", { params: { path: { id: comparison.id }, query } });
}

function StrataPanel({
  comparison,
  type,
}: {
  readonly comparison: ComparisonRecord;
  readonly type: string;
}): ReactElement {
  const strata = useStrata(comparison, type, "*");
  return (
    <Panel title="By stratum">
      <QueryView query={strata}>
        {({ items }) => (
          <>
            <Forest rows={items} score="precision" type={type} />
            <Forest rows={items} score="recall" type={type} />
            <StrataNumbers
              rows={items}
              label={`Scores of ${type} by stratum`}
              first="Stratum"
              name={({ stratum }) => (stratum === "*" ? "all that was compared" : stratum)}
            />
          </>
        )}
      </QueryView>
    </Panel>
  );
}

function Forest(props: {
  readonly rows: readonly Stratum[];
  readonly score: "recall" | "precision";
  readonly type: string;
}): ReactElement {
  const { rows, score, type } = props;
  const svg = useMemo(() => scoreForestChart(forestData(rows, score, type)), [rows, score, type]);
  return <ChartFigure svg={svg} />;
}

function StrataNumbers(props: {
  readonly rows: readonly Stratum[];
  readonly label: string;
  readonly first: string;
  readonly name: (row: Stratum) => string;
}): ReactElement {
  const { rows, label, first, name } = props;
  const columns: readonly Column<Stratum>[] = [
    { id: "name", title: first, cell: name },
    { id: "tp", title: "TP", isNumber: true, width: 6, cell: ({ truthTp }) => countText(truthTp) },
    { id: "fn", title: "FN", isNumber: true, width: 6, cell: ({ truthFn }) => countText(truthFn) },
    { id: "fp", title: "FP", isNumber: true, width: 6, cell: ({ queryFp }) => countText(queryFp) },
    { id: "precision", title: "Precision", isNumber: true, width: 6, cell: ({ precision }) => scoreText(precision) },
    {
      id: "precisionInterval",
      title: "95 % interval",
      isNumber: true,
      width: 10,
      cell: ({ precisionLow, precisionHigh }) => intervalText(precisionLow, precisionHigh),
    },
    { id: "recall", title: "Recall", isNumber: true, width: 6, cell: ({ recall }) => scoreText(recall) },
    {
      id: "recallInterval",
      title: "95 % interval",
      isNumber: true,
      width: 10,
      cell: ({ recallLow, recallHigh }) => intervalText(recallLow, recallHigh),
    },
    { id: "f1", title: "F1", isNumber: true, width: 6, cell: ({ f1 }) => scoreText(f1) },
  ];
  return (
    <ChartNumbers
      label={label}
      columns={columns}
      rows={rows}
      rowId={({ stratum, subtype }) => `${stratum} ${subtype}`}
      minWidth={66}
    />
  );
}

function CurvePanel({ comparison }: { readonly comparison: ComparisonRecord }): ReactElement {
  const filter = comparison.scores[0]?.filter;
  const query = { limit: 5000, ...(filter === undefined ? {} : { filter }) };
  const points = api.useQuery("get", "/api/v1/concordance/{id}/precision-recall", {
    params: { path: { id: comparison.id }, query },
  });
  return (
    <Panel title="By the threshold of the score">
      <QueryView query={points}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">The files of this comparison hold no curve: record it with its roc tables.</p>
          ) : (
            <Curves comparison={comparison} points={items} />
          )
        }
      </QueryView>
    </Panel>
  );
}

const CURVE_COLUMNS: readonly Column<CurvePoint>[] = [
  { id: "type", title: "Type", width: 6, cell: ({ variantType }) => variantType },
  { id: "score", title: "Score", isNumber: true, width: 8, cell: ({ score }) => score },
  { id: "precision", title: "Precision", isNumber: true, cell: ({ precision }) => scoreText(precision) },
  { id: "recall", title: "Recall", isNumber: true, cell: ({ recall }) => scoreText(recall) },
];

function Curves({
  comparison,
  points,
}: {
  readonly comparison: ComparisonRecord;
  readonly points: readonly CurvePoint[];
}): ReactElement {
  const svg = useMemo(() => precisionRecallChart(curveData(comparison, points)), [comparison, points]);
  return (
    <>
      <ChartFigure svg={svg} caption="The operating point is what the calls are as they came, without a threshold." />
      <ChartNumbers
        label="Points of the precision-recall curves"
        columns={CURVE_COLUMNS}
        rows={points}
        rowId={({ variantType, position }) => `${variantType} ${position}`}
        minWidth={30}
      />
    </>
  );
}

function LengthPanel({ comparison }: { readonly comparison: ComparisonRecord }): ReactElement {
  const rows = useStrata(comparison, "INDEL");
  return (
    <Panel title="By the length of the indel">
      <QueryView query={rows}>
        {({ items }) => {
          const data = indelLengthData(items);
          if (data === null) return <p className="muted">The program does not tell lengths apart.</p>;
          const classes = items.filter(({ subtype }) => subtype !== "*");
          return (
            <>
              <ChartFigure svg={indelLengthChart(data)} />
              <StrataNumbers
                rows={classes}
                label="Scores of INDEL by subtype"
                first="Subtype"
                name={({ subtype }) => subtype}
              />
            </>
          );
        }}
      </QueryView>
    </Panel>
  );
}
