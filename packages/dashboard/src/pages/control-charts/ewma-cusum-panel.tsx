import { ewmaCusumChart } from "@touchstone/charts";
import { type ReactElement, useMemo } from "react";
import { api } from "../../api/api.ts";
import { ChartFigure } from "../../ui/chart-figure.tsx";
import { ChartNumbers } from "../../ui/chart-numbers.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { deviationText, type EwmaCusum, type SeriesQuery } from "./control-data.ts";

type Point = EwmaCusum["points"][number];

const COLUMNS: readonly Column<Point>[] = [
  { id: "run", title: "Run", cell: ({ run }) => run.name },
  { id: "z", title: "z (SD)", width: 6, isNumber: true, cell: ({ score }) => deviationText(score) },
  { id: "ewma", title: "EWMA", width: 7, isNumber: true, cell: ({ ewma }) => deviationText(ewma) },
  { id: "limit", title: "Limit ±", width: 7, isNumber: true, cell: ({ ewmaLimit }) => ewmaLimit.toFixed(2) },
  { id: "ewmaState", title: "EWMA says", width: 9, cell: ({ ewmaState }) => ewmaState },
  { id: "upper", title: "Upper sum", width: 7, isNumber: true, cell: ({ upper }) => upper.toFixed(2) },
  { id: "lower", title: "Lower sum", width: 7, isNumber: true, cell: ({ lower }) => lower.toFixed(2) },
  { id: "cusumState", title: "CUSUM says", width: 9, cell: ({ cusumState }) => cusumState },
  { id: "restarts", title: "Begins anew", cell: ({ restarts }) => restarts ?? "–" },
];

/** EWMA and CUSUM strips: small lasting shifts that no single point shows. */
export function EwmaCusumPanel({ series }: { readonly series: SeriesQuery }): ReactElement {
  const answer = api.useQuery("get", "/api/v1/charts/ewma-cusum", { params: { query: series } });
  return (
    <Panel title="EWMA and CUSUM">
      <QueryView query={answer}>{(data) => <Strips data={data} />}</QueryView>
    </Panel>
  );
}

function Strips({ data }: { readonly data: EwmaCusum }): ReactElement {
  const { points, name } = useMemo(() => shownPart(data), [data]);
  const svg = useMemo(() => draw(data, points), [data, points]);
  if (points.every(({ score }) => score === null)) {
    return (
      <EmptyState title="No measurement here was held against a baseline">
        <p>Both charts need limits: propose a baseline below, and have it approved.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <p className="muted">
        A small shift that lasts shows here before a rule fires. Both begin anew with another baseline and after a
        corrective action{name === null ? "" : `; shown is ${name}`}. They give no verdicts.
      </p>
      <ChartFigure svg={svg} />
      <ChartNumbers
        label="EWMA and CUSUM by run"
        columns={COLUMNS}
        rows={points.toReversed()}
        rowId={({ measurementId }) => measurementId}
        minWidth={60}
      />
    </>
  );
}

/** Lots and replicates have charts of their own: those of the latest lot, measured first in each run. */
function shownPart({ points }: EwmaCusum): { readonly points: readonly Point[]; readonly name: string | null } {
  const lot = points.at(-1)?.materialLot ?? null;
  const shown = points.filter(({ materialLot, replicate }) => materialLot === lot && replicate === 1);
  const isPart = shown.length < points.length;
  return { points: shown, name: isPart ? `the first replicate of ${lot === null ? "no lot" : `lot ${lot}`}` : null };
}

function draw({ lambda, ewmaLimit, k, h }: EwmaCusum, points: readonly Point[]): string {
  return ewmaCusumChart({
    title: "EWMA and CUSUM",
    lambda,
    limitMultiplier: ewmaLimit,
    allowance: k,
    decisionInterval: h,
    // What was not judged moves neither chart, and is no gap in them; nor is what came before the first limits.
    points: points
      .slice(points.findIndex(({ score }) => score !== null))
      .filter(({ score, ewmaState }) => score !== null || ewmaState === "not evaluable")
      .map(({ run, score, ewma, ewmaLimit: limit, upper, lower, ewmaState, cusumState }) => ({
        run: run.name,
        ewma: score === null ? null : ewma,
        ewmaLimits: [-limit, limit],
        cusumHigh: score === null ? null : upper,
        cusumLow: score === null ? null : lower,
        ewmaSignal: ewmaState === "fired",
        cusumSignal: cusumState === "fired",
      })),
  });
}
