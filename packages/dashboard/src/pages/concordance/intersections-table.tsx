import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { countText } from "./format.ts";
import type { Intersections } from "./records.ts";
import { comparisonRoute } from "./route.ts";

type Intersection = Intersections["intersections"][number];

/** The numbers of the UpSet plot; each row leads to its variants. */
export function IntersectionsTable(props: {
  readonly data: Intersections;
  readonly nameOf: (id: string) => string;
  /** The comparison of the page. */
  readonly first: string;
}): ReactElement {
  const { data, nameOf, first } = props;
  const { comparison } = comparisonRoute.useParams();
  const search = comparisonRoute.useSearch();
  const ids = data.comparisons.map(({ id }) => id);
  const columns: readonly Column<Intersection>[] = [
    {
      id: "members",
      title: "FN and FP in exactly",
      cell: ({ comparisonIds }) => (
        <Link
          to="/concordance/$comparison"
          params={{ comparison }}
          search={{ ...search, in: comparisonIds.join(",") }}
          resetScroll={false}
        >
          {comparisonIds.length === ids.length ? "all of them" : comparisonIds.map(nameOf).join(" and ")}
        </Link>
      ),
    },
    { id: "what", title: "Means", cell: ({ comparisonIds }) => meaning(comparisonIds, ids, first) },
    { id: "fn", title: "FN", isNumber: true, width: 5, cell: ({ fn }) => countText(fn) },
    { id: "fp", title: "FP", isNumber: true, width: 5, cell: ({ fp }) => countText(fp) },
  ];
  return (
    <DataTable
      label="What comparisons have in common"
      columns={columns}
      rows={data.intersections}
      rowId={({ comparisonIds }) => comparisonIds.join(" ")}
      minWidth={44}
    />
  );
}

/** Of two comparisons: what the one of the page has wrong, or right, that the other has not. */
function meaning(members: readonly string[], all: readonly string[], first: string): string {
  if (members.length === all.length) return "wrong in all";
  if (all.length > 2) return members.includes(first) ? "wrong here and in some others" : "right here, wrong in others";
  return members.includes(first) ? "lost: wrong here, right in the other" : "gained: right here, wrong in the other";
}
