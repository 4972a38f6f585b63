import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { Moment } from "../../ui/moment.tsx";
import { Facts, Page, Panel } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { ComparisonFigures } from "./comparison-figures.tsx";
import { DifferencePanel } from "./difference-panel.tsx";
import { countText } from "./format.ts";
import { type ComparisonRecord, versionName } from "./records.ts";
import { comparisonRoute } from "./route.ts";
import "./concordance.css";

/** One comparison: its verdicts, scores by stratum and threshold, and the variants on which truth and query differ. */
export function ComparisonPage(): ReactElement {
  const { comparison: id } = comparisonRoute.useParams();
  const comparison = api.useQuery("get", "/api/v1/concordance/{id}", { params: { path: { id } } });
  return (
    <Page
      title={comparison.data === undefined ? "Comparison" : `Comparison of ${comparison.data.run.name}`}
      lead={<Link to="/concordance">All comparisons</Link>}
    >
      <QueryView query={comparison}>{(data) => <ComparisonView comparison={data} />}</QueryView>
    </Page>
  );
}

function ComparisonView({ comparison }: { readonly comparison: ComparisonRecord }): ReactElement {
  const search = comparisonRoute.useSearch();
  const navigate = useNavigate({ from: comparisonRoute.fullPath });
  const types = comparison.scores.map(({ variantType }) => variantType);
  const type = search.type ?? (types.includes("SNP") ? "SNP" : (types[0] ?? "SNP"));
  return (
    <>
      <Panel title="What was compared">
        <Facts facts={factsOf(comparison)} />
        <Verdicts comparison={comparison} />
      </Panel>
      <div className="filters">
        <SelectField
          label="Variant type"
          options={types.map((one) => ({ id: one, label: one }))}
          value={type}
          onChange={(one) => void navigate({ search: { ...search, type: one as "SNP" | "INDEL" } })}
        />
      </div>
      <DifferencePanel comparison={comparison} type={type} />
      <ComparisonFigures comparison={comparison} type={type} />
    </>
  );
}

function factsOf(comparison: ComparisonRecord): Parameters<typeof Facts>[0]["facts"] {
  const { truthSet, sample, assay, format, performedAt, state, supersededAt, discordant } = comparison;
  return [
    ["State", state === null ? "not judged" : <StateBadge key="state" state={state} />],
    ["Truth set", `${truthSet.name} ${truthSet.version}`],
    ...(sample === null ? [] : [["Sample", sample.name] as const]),
    ["Version", versionName(comparison)],
    ["Assay", assay === null ? "–" : `${assay.name} v${assay.version}`],
    ["Compared by", format],
    ["Compared (UTC)", <Moment key="time" at={performedAt} />],
    ...(supersededAt === null ? [] : [["Superseded (UTC)", <Moment key="superseded" at={supersededAt} />] as const]),
    ["FN and FP", discordant === null ? "not listed" : countText(discordant.total)],
  ];
}

/** What the thresholds said. */
function Verdicts({ comparison }: { readonly comparison: ComparisonRecord }): ReactElement {
  const verdicts = comparison.verdicts.filter(({ supersededAt }) => supersededAt === comparison.supersededAt);
  return (
    <ul className="verdicts">
      {verdicts.map(({ id, state, sentence }) => (
        <li key={id}>
          <StateBadge state={state} /> {sentence}
        </li>
      ))}
    </ul>
  );
}
