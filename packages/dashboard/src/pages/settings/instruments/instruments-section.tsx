import type { ReactElement } from "react";
import type { ItemOf } from "../../../api/answers.ts";
import { api, client } from "../../../api/api.ts";
import { refresh } from "../../../api/refresh.ts";
import { pageOptions, usePages } from "../../../api/use-pages.ts";
import type { Column } from "../../../ui/data-table.tsx";
import { StockSection, useStockQuery } from "../parts/stock-section.tsx";
import { AddInstrument, ChangeInstrument } from "./instrument-forms.tsx";

const PATH = "/api/v1/instruments";

type Instrument = ItemOf<typeof PATH>;

const COLUMNS: readonly Column<Instrument>[] = [
  { id: "name", title: "Instrument", cell: ({ name }) => name },
  { id: "model", title: "Model", cell: ({ model }) => model ?? "–" },
  { id: "serial", title: "Serial number", cell: ({ serialNumber }) => serialNumber ?? "–" },
];

/** Sequencers and other instruments that runs are made on. */
export function InstrumentsSection(): ReactElement {
  const query = useStockQuery();
  const pages = usePages<Instrument>(api.useInfiniteQuery("get", PATH, { params: { query } }, pageOptions));
  return (
    <StockSection
      one="an instrument"
      all="Instruments"
      lead="Sequencers and other instruments that runs are made on."
      emptyHint="Add the sequencers of the laboratory. Runs that are taken in add theirs by themselves."
      columns={COLUMNS}
      pages={pages}
      nameOf={({ name }) => name}
      Add={AddInstrument}
      Change={ChangeInstrument}
      onRetire={async ({ id }, retired) => {
        await client.PATCH(`${PATH}/{id}`, { params: { path: { id } }, body: { retired } });
        await refresh(PATH);
      }}
      minWidth={46}
    />
  );
}
