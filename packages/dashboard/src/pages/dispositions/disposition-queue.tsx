import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { pageOptions, usePages } from "../../api/use-pages.ts";
import { Button } from "../../ui/button.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { RecordList } from "../../ui/record-card.tsx";
import { DispositionCard } from "./disposition-card.tsx";
import type { QueuedDisposition } from "./dispositions.ts";
import { EmptyQueue } from "./empty-queue.tsx";
import { dispositionsRoute } from "./route.ts";

const PAGE_SIZE = 50;

/** The runs of a queue: those that wait longest first; of what was signed, the last first. */
export function DispositionQueue(): ReactElement {
  const { queue = "to sign", assay, proposed } = dispositionsRoute.useSearch();
  const query = {
    queue,
    ...(assay === undefined ? {} : { assay }),
    ...(proposed === undefined ? {} : { proposed }),
    sort: queue === "decided" ? ("-performedAt" as const) : ("performedAt" as const),
    limit: PAGE_SIZE,
  };
  const runs = usePages<QueuedDisposition>(
    api.useInfiniteQuery("get", "/api/v1/dispositions", { params: { query } }, pageOptions),
  );
  return (
    <QueryView query={runs}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyQueue />
        ) : (
          <>
            <RecordList label="Runs">
              {rows.map((row) => (
                <DispositionCard key={row.run.id} row={row} />
              ))}
            </RecordList>
            {runs.hasMore ? (
              <p>
                <Button onPress={runs.readMore}>Show more</Button>
              </p>
            ) : null}
          </>
        )
      }
    </QueryView>
  );
}
