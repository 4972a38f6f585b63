import type { ReactElement } from "react";
import type { ItemOf } from "../../../api/answers.ts";
import { api, client } from "../../../api/api.ts";
import { refresh } from "../../../api/refresh.ts";
import { pageOptions, usePages } from "../../../api/use-pages.ts";
import type { Column } from "../../../ui/data-table.tsx";
import { Expiry } from "../parts/expiry.tsx";
import { StockSection, useStockQuery } from "../parts/stock-section.tsx";
import { AddMaterial, ChangeMaterial } from "./material-forms.tsx";

const PATH = "/api/v1/materials";

type Material = ItemOf<typeof PATH>;

const COLUMNS: readonly Column<Material>[] = [
  { id: "name", title: "Material", cell: ({ name }) => name },
  { id: "lot", title: "Lot", cell: ({ lot }) => <span className="unbroken">{lot ?? "–"}</span> },
  { id: "use", title: "Used as", cell: ({ use }) => use },
  { id: "description", title: "Description", cell: ({ description }) => description ?? "–" },
  {
    id: "expires",
    title: "Last day of use (UTC)",
    cell: ({ expiresOn, retiredAt }) => <Expiry on={expiresOn} isRetired={retiredAt !== null} />,
  },
];

/** Reference samples, controls and samples of replicates. */
export function MaterialsSection(): ReactElement {
  const query = useStockQuery();
  const pages = usePages<Material>(api.useInfiniteQuery("get", PATH, { params: { query } }, pageOptions));
  return (
    <StockSection
      one="a material"
      all="Materials"
      lead="Reference samples with known truth, controls of every run, and samples that replicates are made of."
      emptyHint="Add the reference samples and controls that assays name. Runs that are taken in add theirs by themselves."
      columns={COLUMNS}
      pages={pages}
      nameOf={({ name, lot }) => (lot === null ? name : `${name} lot ${lot}`)}
      Add={AddMaterial}
      Change={ChangeMaterial}
      onRetire={async ({ id }, retired) => {
        await client.PATCH(`${PATH}/{id}`, { params: { path: { id } }, body: { retired } });
        await refresh(PATH);
      }}
      minWidth={52}
    />
  );
}
