import { twoMaterialsChart } from "@touchstone/charts";
import { type ReactElement, useMemo } from "react";
import { api } from "../../api/api.ts";
import { ChartFigure } from "../../ui/chart-figure.tsx";
import { ChartNumbers } from "../../ui/chart-numbers.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/page.tsx";
import { Loading, QueryView } from "../../ui/query-view.tsx";
import { type Chart, type ControlSeries, deviationText, type SeriesQuery, seriesText } from "./control-data.ts";

/** One run with the deviations of both series. */
interface Pair {
  readonly runId: string;
  readonly run: string;
  readonly time: string;
  readonly first: number | null;
  readonly second: number | null;
}

const MOST_POINTS = 5000;

/** The series beside another one of its analyte: another material, lot or level. */
export function TwoMaterialsPanel(props: {
  readonly chart: Chart;
  readonly series: SeriesQuery;
  readonly otherId: string;
}): ReactElement {
  const { chart, series, otherId } = props;
  const list = api.useQuery("get", "/api/v1/charts/series", {
    params: { query: { analyte: series.analyte, limit: 500 } },
  });
  const other = list.data?.items.find(({ id }) => id === otherId);
  return (
    <Panel title="Beside another control">
      <QueryView query={list}>
        {() =>
          other === undefined ? (
            <EmptyState title="The address names another control that there is not">Choose one above.</EmptyState>
          ) : (
            <Both chart={chart} series={series} other={other} />
          )
        }
      </QueryView>
    </Panel>
  );
}

function Both(props: {
  readonly chart: Chart;
  readonly series: SeriesQuery;
  readonly other: ControlSeries;
}): ReactElement {
  const { chart, series, other } = props;
  const { material, materialLot, level } = other;
  const answer = api.useQuery("get", "/api/v1/charts/levey-jennings", {
    params: {
      query: {
        ...{ material, analyte: series.analyte, limit: MOST_POINTS },
        ...(materialLot === null ? {} : { materialLot }),
        ...(level === null ? {} : { level }),
        ...(series.from === undefined ? {} : { from: series.from }),
        ...(series.before === undefined ? {} : { before: series.before }),
      },
    },
  });
  const names = [nameOf({ ...chart, materialLot: series.materialLot ?? null }), nameOf(other)] as const;
  const pairs = useMemo(() => (answer.data === undefined ? null : pairsOf(chart, answer.data)), [chart, answer.data]);
  const [first, second] = names;
  const svg = useMemo(
    () =>
      pairs === null
        ? ""
        : twoMaterialsChart({ title: `${series.analyte} in two controls`, first, second, points: pairs }),
    [pairs, first, second, series.analyte],
  );
  const columns: readonly Column<Pair>[] = [
    { id: "run", title: "Run", cell: ({ run }) => run },
    { id: "first", title: `z of ${first}`, isNumber: true, cell: (pair) => deviationText(pair.first) },
    { id: "second", title: `z of ${second}`, isNumber: true, cell: (pair) => deviationText(pair.second) },
  ];
  return (
    <QueryView query={answer}>
      {() =>
        pairs === null ? (
          <Loading />
        ) : (
          <>
            <p className="muted">
              Runs along the diagonal move both controls: the run is off. Runs beside it move one: look at that control.
            </p>
            <ChartFigure svg={svg} />
            <ChartNumbers
              label="Deviations of both controls by run"
              columns={columns}
              rows={pairs.toReversed()}
              rowId={({ runId }) => runId}
            />
          </>
        )
      }
    </QueryView>
  );
}

/** Every run in which either was held against limits, in order of time, by the first replicate. */
function pairsOf(one: Chart, other: Chart): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const [side, { points }] of [
    ["first", one],
    ["second", other],
  ] as const) {
    for (const { run, time, score, replicate } of points) {
      if (replicate !== 1) continue;
      const known = pairs.get(run.id) ?? { runId: run.id, run: run.name, time, first: null, second: null };
      pairs.set(run.id, { ...known, [side]: score });
    }
  }
  const judged = [...pairs.values()].filter(({ first, second }) => first !== null || second !== null);
  return judged.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}

function nameOf({ material, materialLot, level }: Pick<ControlSeries, "material" | "materialLot" | "level">): string {
  return seriesText({ analyte: "", material, materialLot, level }).replace(/^ in /, "");
}
