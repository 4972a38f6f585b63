import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { pageOptions, usePages } from "../../api/use-pages.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { ANY, SelectField } from "../../ui/select-field.tsx";
import { alleleText } from "./format.ts";
import type { DiscordantVariant } from "./records.ts";
import { comparisonRoute } from "./route.ts";

const LABELS = [
  { id: ANY, label: "FN and FP" },
  { id: "FN", label: "FN alone" },
  { id: "FP", label: "FP alone" },
] as const;

const MATCHES: Readonly<Record<string, string>> = { allele: "allele", local: "local" };

/** FN and FP that some comparisons have and others have not, in the order of the genome. */
export function VariantsTable(props: {
  readonly type: string;
  readonly presentIn: readonly string[];
  readonly absentFrom: readonly string[];
  readonly nameOf: (id: string) => string;
}): ReactElement {
  const { type, presentIn, absentFrom, nameOf } = props;
  const search = comparisonRoute.useSearch();
  const navigate = useNavigate({ from: comparisonRoute.fullPath });
  const { label } = search;
  const query = {
    presentIn: [...presentIn],
    absentFrom: [...absentFrom],
    variantType: type,
    ...(label === undefined ? {} : { label }),
    limit: 200,
  };
  const variants = usePages<DiscordantVariant>(
    api.useInfiniteQuery("get", "/api/v1/concordance/discordant-variants", { params: { query } }, pageOptions),
  );
  return (
    <>
      <div className="filters">
        <p>
          {type} that are FN or FP in {presentIn.map(nameOf).join(" and ")}
          {absentFrom.length === 0 ? "" : `, and not in ${absentFrom.map(nameOf).join(" and ")}`}
        </p>
        <SelectField
          label="Label"
          options={LABELS}
          value={label ?? ANY}
          onChange={(id) => {
            const { label: _, ...kept } = search;
            void navigate({ search: id === ANY ? kept : { ...kept, label: id }, resetScroll: false });
          }}
        />
      </div>
      <QueryView query={variants}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title="No variant is like this">
              <p>Choose another variant type, label or intersection.</p>
            </EmptyState>
          ) : (
            <DataTable
              label="Variants on which truth and query differ"
              columns={columnsOf(search)}
              rows={rows}
              rowId={({ variant }) => variant}
              hasMore={variants.hasMore}
              onMore={variants.readMore}
              height={30}
              minWidth={58}
            />
          )
        }
      </QueryView>
    </>
  );
}

type Search = ReturnType<typeof comparisonRoute.useSearch>;

/** The links keep what the list was narrowed to, for the way back. */
const columnsOf = (search: Search): readonly Column<DiscordantVariant>[] => [
  { id: "label", title: "Label", width: 4, cell: ({ label }) => label },
  {
    id: "place",
    title: "Position",
    width: 12,
    cell: ({ comparisonId, variant, contig, position }) => (
      <Link
        to="/concordance/$comparison/variants/$variant"
        params={{ comparison: comparisonId, variant }}
        search={search}
        className="moment"
      >
        {contig}:{position.toLocaleString("en-US")}
      </Link>
    ),
  },
  { id: "ref", title: "REF", cell: ({ ref }) => <code>{alleleText(ref)}</code> },
  { id: "alt", title: "ALT", cell: ({ alt }) => <code>{alleleText(alt)}</code> },
  { id: "genotype", title: "Genotype", width: 6, cell: ({ genotype }) => <code>{genotype}</code> },
  { id: "subtype", title: "Subtype", width: 7, cell: ({ subtype }) => subtype ?? "–" },
  {
    id: "match",
    title: "Match",
    width: 5,
    cell: ({ matchKind }) => (matchKind === null ? "none" : (MATCHES[matchKind] ?? matchKind)),
  },
  { id: "score", title: "Score", isNumber: true, width: 5, cell: ({ score }) => score ?? "–" },
  { id: "method", title: "Decided by", width: 7, cell: ({ method }) => method ?? "–" },
];
