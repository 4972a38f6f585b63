import { useNavigate } from "@tanstack/react-router";
import { upsetChart } from "@touchstone/charts";
import { type ReactElement, useMemo } from "react";
import { api } from "../../api/api.ts";
import { Button } from "../../ui/button.tsx";
import { ChartFigure } from "../../ui/chart-figure.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { countText } from "./format.ts";
import { IntersectionsTable } from "./intersections-table.tsx";
import { type Comparison, type ComparisonRecord, comparisonName, type Intersections } from "./records.ts";
import { comparisonRoute } from "./route.ts";
import { VariantsTable } from "./variants-table.tsx";

/** As many as the API holds against each other at once. */
const MOST_SETS = 6;

/** The FN and FP of a comparison, and what was lost and gained against others with the same truth set. */
export function DifferencePanel(props: { readonly comparison: ComparisonRecord; readonly type: string }): ReactElement {
  const { comparison, type } = props;
  if (comparison.discordant === null) {
    return (
      <Panel title="Variants">
        <EmptyState title="This comparison was recorded without its variants">
          <p>
            Record it again with the VCF of its decisions:{" "}
            <code>touchstone ingest P.metrics.json P.vcf.gz --run …</code>
          </p>
        </EmptyState>
      </Panel>
    );
  }
  return <Differences comparison={comparison} type={type} />;
}

function Differences({
  comparison,
  type,
}: {
  readonly comparison: ComparisonRecord;
  readonly type: string;
}): ReactElement {
  const search = comparisonRoute.useSearch();
  const navigate = useNavigate({ from: comparisonRoute.fullPath });
  const others = idsOf(search.with);
  const query = { truthSetId: comparison.truthSet.id, limit: 200 };
  const list = api.useQuery("get", "/api/v1/concordance", { params: { query } });
  const known = [comparison, ...(list.data?.items.filter(({ id }) => id !== comparison.id) ?? [])];
  const nameOf = (id: string) => {
    const found = known.find((one) => one.id === id);
    return found === undefined ? id : comparisonName(found);
  };
  const candidates = known.filter((one) => one.id !== comparison.id && !others.includes(one.id) && isWhole(one));
  const setOthers = (ids: readonly string[]) => {
    const { with: _, in: __, ...kept } = search;
    void navigate({ search: ids.length === 0 ? kept : { ...kept, with: ids.join(",") } });
  };
  const sets = [comparison.id, ...others];
  const members = idsOf(search.in).filter((id) => sets.includes(id));
  return (
    <Panel title="Variants: lost and gained">
      {isWhole(comparison) ? null : <Truncated comparison={comparison} />}
      <div className="filters">
        <div className="series-choice">
          <SelectField
            label="Hold against"
            options={candidates.map((one) => ({ id: one.id, label: comparisonName(one) }))}
            value={null}
            placeholder={candidates.length === 0 ? "no other comparison with its variants" : "Choose a comparison"}
            isDisabled={candidates.length === 0 || sets.length >= MOST_SETS || !isWhole(comparison)}
            onChange={(id) => setOthers([...others, id])}
          />
        </div>
        {others.map((id) => (
          <Button key={id} variant="quiet" onPress={() => setOthers(others.filter((other) => other !== id))}>
            <span aria-hidden="true">✕</span> without {nameOf(id)}
          </Button>
        ))}
      </div>
      {others.length === 0 ? null : <Upset {...{ comparison, type, sets, nameOf }} />}
      <VariantsTable
        type={type}
        presentIn={members.length === 0 ? [comparison.id] : members}
        absentFrom={members.length === 0 ? [] : sets.filter((id) => !members.includes(id))}
        nameOf={nameOf}
      />
    </Panel>
  );
}

function Upset(props: {
  readonly comparison: ComparisonRecord;
  readonly type: string;
  readonly sets: readonly string[];
  readonly nameOf: (id: string) => string;
}): ReactElement {
  const { type, sets, nameOf } = props;
  const query = { comparisonId: [...sets], variantType: type };
  const intersections = api.useQuery("get", "/api/v1/concordance/intersections", { params: { query } });
  return (
    <QueryView query={intersections}>
      {(data) => (
        <>
          <UpsetFigure data={data} nameOf={nameOf} title={`FN and FP of ${type}: lost and gained`} />
          <IntersectionsTable data={data} nameOf={nameOf} first={sets[0] ?? ""} />
        </>
      )}
    </QueryView>
  );
}

function UpsetFigure(props: {
  readonly data: Intersections;
  readonly nameOf: (id: string) => string;
  readonly title: string;
}): ReactElement {
  const { data, nameOf, title } = props;
  const svg = useMemo(() => {
    const ids = data.comparisons.map(({ id }) => id);
    return upsetChart({
      title,
      sets: data.comparisons.map(({ id, fn, fp }) => ({ name: nameOf(id), fn, fp })),
      intersections: data.intersections.map(({ comparisonIds, fn, fp }) => {
        return { members: comparisonIds.map((id) => ids.indexOf(id)), fn, fp };
      }),
    });
  }, [data, nameOf, title]);
  return <ChartFigure svg={svg} />;
}

function Truncated({ comparison: { discordant } }: { readonly comparison: ComparisonRecord }): ReactElement {
  return (
    <div className="notice" data-kind="warning">
      <p>
        <span aria-hidden="true">▲ </span>
        Of {countText(discordant?.total ?? null)} FN and FP the first {countText(discordant?.listed ?? null)} in the
        genome are kept. They can be looked at, but not held against those of others.
      </p>
    </div>
  );
}

function isWhole({ discordant }: Pick<Comparison, "discordant">): boolean {
  return discordant !== null && discordant.listed === discordant.total;
}

function idsOf(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(",").filter((id) => id !== "");
}
