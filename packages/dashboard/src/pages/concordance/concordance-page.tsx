import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { ComparisonsTable } from "./comparisons-table.tsx";
import type { ScoreSummary } from "./records.ts";
import { concordanceRoute } from "./route.ts";
import { ScoreCharts } from "./score-charts.tsx";

/** What is held against each other: comparisons of one assay with one truth set, counted by one program. */
interface Series {
  readonly id: string;
  readonly label: string;
  readonly assayId: string | null;
  readonly truthSetId: string;
  readonly format: ScoreSummary["format"];
  readonly types: readonly string[];
}

/** Precision, recall and F1 by run, and the comparisons that they come from. */
export function ConcordancePage(): ReactElement {
  const summary = api.useQuery("get", "/api/v1/concordance/summary", { params: { query: { limit: 500 } } });
  return (
    <Page title="Concordance" lead="How well calls agree with known truth, run by run, and where they do not.">
      <QueryView query={summary}>
        {({ items }) => (items.length === 0 ? <NoComparisons /> : <SeriesView series={seriesOf(items)} />)}
      </QueryView>
    </Page>
  );
}

function NoComparisons(): ReactElement {
  return (
    <EmptyState title="No comparison with a truth set is recorded">
      <p>
        Add the truth set (<code>POST /api/v1/truth-sets</code>), compare a control run with it and record the result:
      </p>
      <p>
        <code>touchstone compare --truth … --query … --reference … --out P --record RUN --assay ASSAY</code>
      </p>
    </EmptyState>
  );
}

function SeriesView({ series }: { readonly series: readonly Series[] }): ReactElement {
  const search = concordanceRoute.useSearch();
  const navigate = useNavigate({ from: concordanceRoute.fullPath });
  const chosen =
    series.find(({ assayId, truthSetId, format }) => {
      return (
        (search.assay === undefined || search.assay === assayId) &&
        (search.truthSet === undefined || search.truthSet === truthSetId) &&
        (search.program === undefined || search.program === format)
      );
    }) ?? (series[0] as Series);
  const type = search.type ?? (chosen.types.includes("SNP") ? "SNP" : (chosen.types[0] ?? "SNP"));
  const choose = (id: string) => {
    const one = series.find((other) => other.id === id);
    if (one === undefined) return;
    const { assayId, truthSetId, format } = one;
    const { sample: _, ...others } = search;
    void navigate({
      search: { ...others, ...(assayId === null ? {} : { assay: assayId }), truthSet: truthSetId, program: format },
    });
  };
  return (
    <>
      <div className="filters">
        <div className="series-choice">
          <SelectField label="Assay, truth set and program" options={series} value={chosen.id} onChange={choose} />
        </div>
        <SelectField
          label="Variant type"
          options={chosen.types.map((one) => ({ id: one, label: one }))}
          value={type}
          onChange={(one) => void navigate({ search: { ...search, type: one as "SNP" | "INDEL" } })}
        />
      </div>
      {chosen.assayId === null ? (
        <Panel title="Scores by run">
          <p className="muted">
            These runs name no assay, so that no thresholds apply to them and no trend is watched. Name the assay when a
            run is recorded (<code>--assay</code>).
          </p>
        </Panel>
      ) : (
        <ScoreCharts
          assayId={chosen.assayId}
          truthSetId={chosen.truthSetId}
          format={chosen.format}
          type={type}
          stratum={search.stratum ?? "*"}
          onStratum={(stratum) => {
            const { stratum: _, ...others } = search;
            void navigate({ search: stratum === "*" ? others : { ...others, stratum } });
          }}
          sample={search.sample}
          onSample={(sample) => {
            const { sample: _, ...others } = search;
            void navigate({ search: sample === undefined ? others : { ...others, sample } });
          }}
        />
      )}
      <ComparisonsTable series={chosen} type={type} />
    </>
  );
}

/** The summary is by version and type too, what was compared last first. */
function seriesOf(items: readonly ScoreSummary[]): Series[] {
  const series = new Map<string, Series>();
  for (const { assay, truthSet, format, variantType } of items) {
    const id = [assay?.id ?? "none", truthSet.id, format].join(" ");
    const known = series.get(id);
    const assayName = assay === null ? "no assay" : `${assay.name} v${assay.version}`;
    const program = format === "touchstone" ? "" : `, counted by ${format}`;
    const label = `${assayName} against ${truthSet.name} ${truthSet.version}${program}`;
    const types = [...new Set([...(known?.types ?? []), variantType])].sort((a, b) => (a < b ? 1 : -1));
    series.set(id, { id, label, assayId: assay?.id ?? null, truthSetId: truthSet.id, format, types });
  }
  return [...series.values()];
}
