import type { ReactElement } from "react";
import type { ItemOf } from "../../../api/answers.ts";
import { api, client } from "../../../api/api.ts";
import { refresh } from "../../../api/refresh.ts";
import { pageOptions, usePages } from "../../../api/use-pages.ts";
import type { Column } from "../../../ui/data-table.tsx";
import { Day } from "../../../ui/moment.tsx";
import { Expiry } from "../parts/expiry.tsx";
import { StockSection, useStockQuery } from "../parts/stock-section.tsx";
import { AddReagentLot, ChangeReagentLot } from "./reagent-lot-forms.tsx";

const PATH = "/api/v1/reagent-lots";

type ReagentLot = ItemOf<typeof PATH>;

const COLUMNS: readonly Column<ReagentLot>[] = [
  { id: "reagent", title: "Reagent", cell: ({ reagent }) => reagent },
  { id: "lot", title: "Lot", cell: ({ lot }) => <span className="unbroken">{lot}</span> },
  { id: "opened", title: "Opened (UTC)", cell: ({ openedAt }) => <Day at={openedAt} /> },
  {
    id: "expires",
    title: "Last day of use (UTC)",
    cell: ({ expiresOn, retiredAt }) => <Expiry on={expiresOn} isRetired={retiredAt !== null} />,
  },
];

/** Lots of reagents that runs are made with. */
export function ReagentLotsSection(): ReactElement {
  const query = useStockQuery();
  const pages = usePages<ReagentLot>(api.useInfiniteQuery("get", PATH, { params: { query } }, pageOptions));
  return (
    <StockSection
      one="a reagent lot"
      all="Reagent lots"
      lead="Lots of reagents that runs are made with. A new lot can shift measurements: the control charts mark its first run."
      emptyHint="Add the lots in use with their last day. Runs that are taken in add theirs by themselves."
      columns={COLUMNS}
      pages={pages}
      nameOf={({ reagent, lot }) => `${reagent} lot ${lot}`}
      Add={AddReagentLot}
      Change={ChangeReagentLot}
      onRetire={async ({ id }, retired) => {
        await client.PATCH(`${PATH}/{id}`, { params: { path: { id } }, body: { retired } });
        await refresh(PATH);
      }}
      minWidth={44}
    />
  );
}
