import { Link } from "@tanstack/react-router";
import { trendChart } from "@touchstone/charts";
import { type ReactElement, useMemo } from "react";
import { api } from "../../api/api.ts";
import { ChartFigure } from "../../ui/chart-figure.tsx";
import { ChartNumbers } from "../../ui/chart-numbers.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { ANY, SelectField } from "../../ui/select-field.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { countText, intervalText, scoreText } from "./format.ts";
import type { ScoreChart, ScoreSummary } from "./records.ts";
import { SCORE_NAMES, type ScoreOfChart, scoreTrendData, trendSentence } from "./score-chart-data.ts";
import "./concordance.css";

type Point = ScoreChart["points"][number];

/** In the order in which they are read. */
const ORDER = ["precision", "recall", "f1"] as const;

/** Precision, recall and F1 by run with intervals, thresholds, events and trends; each with a table of its numbers. */
export function ScoreCharts(props: {
  readonly assayId: string;
  readonly truthSetId: string;
  readonly format: ScoreSummary["format"];
  readonly type: string;
  readonly stratum: string;
  readonly onStratum: (stratum: string) => void;
  /** Id; undefined for all of them. */
  readonly sample: string | undefined;
  readonly onSample: (sample: string | undefined) => void;
}): ReactElement {
  const { assayId, truthSetId, format, type, stratum, onStratum, sample, onSample } = props;
  const ofSample = sample === undefined ? {} : { sampleId: sample };
  const query = { assayId, truthSetId, variantType: type, stratum, format, ...ofSample, limit: 200 };
  const chart = api.useQuery("get", "/api/v1/charts/scores", { params: { query } });
  return (
    <QueryView query={chart}>
      {(data) => (
        <Panel
          title="Scores by run"
          actions={
            <>
              <SampleChoice points={data.points} sample={sample} onSample={onSample} />
              <StratumChoice
                comparisonId={data.points.at(-1)?.comparisonId ?? null}
                {...{ stratum, onStratum, type }}
              />
            </>
          }
        >
          {data.series === null ? null : (
            <p className="muted">
              Trends are of the runs {data.series}: those that the last run is held against.
              {data.next === null ? "" : ` The ${data.points.length} latest points are shown.`}
            </p>
          )}
          {ORDER.map((name) => {
            const score = data.scores.find((one) => one.score === name);
            return score === undefined ? null : (
              <ScoreFigure
                key={name}
                chart={data}
                score={score}
                what={stratum === "*" ? type : `${type} in ${stratum}`}
              />
            );
          })}
        </Panel>
      )}
    </QueryView>
  );
}

function ScoreFigure(props: {
  readonly chart: ScoreChart;
  readonly score: ScoreOfChart;
  readonly what: string;
}): ReactElement {
  const { chart, score, what } = props;
  const svg = useMemo(() => trendChart(scoreTrendData(chart, score, what)), [chart, score, what]);
  return (
    <div>
      <ChartFigure svg={svg} caption={trendSentence(score)} />
      <ChartNumbers
        label={`${SCORE_NAMES[score.score]} of ${what} by run`}
        columns={columnsOf(
          score.score,
          chart.points.some(({ sample }) => sample !== null),
        )}
        rows={chart.points.toReversed()}
        rowId={({ comparisonId }) => comparisonId}
        minWidth={54}
      />
    </div>
  );
}

function columnsOf(score: ScoreOfChart["score"], hasSamples: boolean): readonly Column<Point>[] {
  return [
    { id: "time", title: "Performed (UTC)", width: 9, cell: ({ time }) => <Moment at={time} /> },
    {
      id: "run",
      title: "Run",
      cell: ({ run, comparisonId }) => (
        <Link to="/concordance/$comparison" params={{ comparison: comparisonId }}>
          {run.name}
        </Link>
      ),
    },
    ...(hasSamples ? [{ id: "sample", title: "Sample", cell: ({ sample }: Point) => sample?.name ?? "–" }] : []),
    {
      id: "version",
      title: "Version",
      cell: ({ pipelineVersion: version }) => (version === null ? "–" : `${version.pipeline} ${version.version}`),
    },
    {
      id: "value",
      title: SCORE_NAMES[score],
      isNumber: true,
      width: 6,
      cell: (point) => scoreText(point[score].value),
    },
    {
      id: "interval",
      title: "95 % interval",
      isNumber: true,
      width: 10,
      cell: (point) => intervalText(point[score].low, point[score].high),
    },
    { id: "n", title: "Records", isNumber: true, width: 6, cell: (point) => countText(point[score].n) },
    {
      id: "state",
      title: "State",
      width: 9.5,
      cell: (point) => {
        const { state, sentence } = point[score];
        return state === null ? (
          "no threshold"
        ) : (
          <span title={sentence ?? undefined}>
            <StateBadge state={state} />
          </span>
        );
      },
    },
  ];
}

/** The samples of the runs, where there are several; each is a series of its own, and one of them may be chosen. */
function SampleChoice(props: {
  readonly points: readonly Point[];
  readonly sample: string | undefined;
  readonly onSample: (sample: string | undefined) => void;
}): ReactElement | null {
  const { points, sample, onSample } = props;
  const samples = new Map(
    points.flatMap((point) => (point.sample === null ? [] : [[point.sample.id, point.sample.name]])),
  );
  if (samples.size < 2 && sample === undefined) return null;
  const options = [
    { id: ANY, label: "all samples" },
    ...[...samples].map(([id, label]) => ({ id, label })).sort((a, b) => a.label.localeCompare(b.label)),
  ];
  return (
    <SelectField
      label="Sample"
      options={options}
      value={sample ?? ANY}
      onChange={(id) => onSample(id === ANY ? undefined : id)}
    />
  );
}

/** The strata of the last comparison; one of them may be chosen. */
function StratumChoice(props: {
  readonly comparisonId: string | null;
  readonly type: string;
  readonly stratum: string;
  readonly onStratum: (stratum: string) => void;
}): ReactElement | null {
  const { comparisonId, type, stratum, onStratum } = props;
  const rows = api.useQuery(
    "get",
    "/api/v1/concordance/{id}/strata",
    { params: { path: { id: comparisonId ?? "" }, query: { variantType: type, subtype: "*", limit: 500 } } },
    { enabled: comparisonId !== null },
  );
  const names = [...new Set(["*", stratum, ...(rows.data?.items.map((row) => row.stratum) ?? [])])];
  if (names.length < 2) return null;
  const options = names.map((name) => ({ id: name, label: name === "*" ? "all that was compared" : name }));
  return <SelectField label="Stratum" options={options} value={stratum} onChange={onStratum} />;
}
