import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Facts, Page, Panel } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { AlignmentTable } from "./alignment-table.tsx";
import { decisionWords } from "./decision-words.ts";
import { alleleText } from "./format.ts";
import { comparisonName, type DiscordantRecord, type NearbyRecord } from "./records.ts";
import { variantRoute } from "./route.ts";
import "./concordance.css";

/** One FN or FP: what truth and query say there, under the reference, and how it was decided. */
export function VariantPage(): ReactElement {
  const { comparison, variant } = variantRoute.useParams();
  const search = variantRoute.useSearch();
  const path = { id: comparison, variant };
  const record = api.useQuery("get", "/api/v1/concordance/{id}/discordant-variants/{variant}", { params: { path } });
  const found = record.data;
  const title =
    found === undefined ? "Variant" : `${found.label} at ${found.contig}:${found.position.toLocaleString("en-US")}`;
  return (
    <Page
      title={title}
      lead={
        <Link to="/concordance/$comparison" params={{ comparison }} search={search}>
          The comparison and its other variants
        </Link>
      }
    >
      <QueryView query={record}>{(data) => <VariantView record={data} />}</QueryView>
    </Page>
  );
}

function VariantView({ record }: { readonly record: DiscordantRecord }): ReactElement {
  return (
    <>
      <Panel title="How it was decided">
        <ul className="sentences">
          {decisionWords(record).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <Facts facts={factsOf(record)} />
      </Panel>
      <Panel title="Under the reference">
        <AlignmentTable record={record} />
      </Panel>
      <Panel title="Records nearby">
        {record.nearby.length === 0 ? (
          <p className="muted">Neither call set has another record in its superlocus or less than 30 bases away.</p>
        ) : (
          <DataTable
            label="Truth and query records nearby"
            columns={NEARBY}
            rows={record.nearby}
            rowId={(near) => `${record.nearby.indexOf(near)}`}
            minWidth={52}
          />
        )}
      </Panel>
      <OtherComparisons record={record} />
    </>
  );
}

function factsOf(record: DiscordantRecord): Parameters<typeof Facts>[0]["facts"] {
  const { ref, alt, genotype, variantType, subtype, genotypeClass, filter, score, superlocus, strata } = record;
  return [
    ["REF → ALT", <code key="alleles">{`${alleleText(ref, 60)} → ${alleleText(alt, 60)}`}</code>],
    ["Genotype", <code key="genotype">{genotypeClass === null ? genotype : `${genotype} (${genotypeClass})`}</code>],
    ["Type", subtype === null ? variantType : `${variantType}, ${subtype}`],
    ["FILTER", filter ?? "–"],
    ["Score of the query", score ?? (record.label === "FN" ? "– (the query has no record)" : "–")],
    ["Superlocus", superlocus === null ? "–" : superlocus.toLocaleString("en-US")],
    [
      "Stratification regions",
      strata === null ? "– (not stated in the files)" : strata.length === 0 ? "none" : strata.join(", "),
    ],
  ];
}

const NEARBY: readonly Column<NearbyRecord>[] = [
  {
    id: "position",
    title: "Position",
    width: 8,
    isNumber: true,
    cell: ({ position }) => position.toLocaleString("en-US"),
  },
  { id: "ref", title: "REF", cell: ({ ref }) => <code>{alleleText(ref)}</code> },
  { id: "alt", title: "ALT", cell: ({ alt }) => <code>{alleleText(alt)}</code> },
  { id: "truth", title: "Truth", width: 8, cell: ({ truth }) => callText(truth) },
  { id: "query", title: "Query", width: 8, cell: ({ query }) => callText(query) },
  {
    id: "superlocus",
    title: "Superlocus",
    width: 8,
    isNumber: true,
    cell: ({ superlocus }) => superlocus?.toLocaleString("en-US") ?? "–",
  },
  { id: "method", title: "Decided by", width: 7, cell: ({ method, reason }) => method ?? reason ?? "–" },
];

function callText(call: NearbyRecord["truth"]): string {
  return call === null ? "–" : `${call.genotype} ${call.decision}`;
}

/** The other comparisons with the same truth set that have it too. */
function OtherComparisons({ record }: { readonly record: DiscordantRecord }): ReactElement {
  const list = api.useQuery("get", "/api/v1/concordance/{id}", { params: { path: { id: record.comparisonId } } });
  const truthSetId = list.data?.truthSet.id;
  const others = api.useQuery(
    "get",
    "/api/v1/concordance",
    { params: { query: { limit: 500, ...(truthSetId === undefined ? {} : { truthSetId }) } } },
    { enabled: truthSetId !== undefined },
  );
  return (
    <Panel title="In other comparisons">
      <QueryView query={others}>
        {({ items }) => {
          const also = items.filter(({ id }) => record.alsoIn.includes(id));
          return also.length === 0 ? (
            <p className="muted">No other comparison with the same truth set has this record among its FN or FP.</p>
          ) : (
            <ul className="sentences">
              {also.map((one) => (
                <li key={one.id}>
                  <Link
                    to="/concordance/$comparison/variants/$variant"
                    params={{ comparison: one.id, variant: record.variant }}
                  >
                    {comparisonName(one)}
                  </Link>
                </li>
              ))}
            </ul>
          );
        }}
      </QueryView>
    </Panel>
  );
}
