import type { ReactElement } from "react";
import { Page } from "../../ui/page.tsx";
import { DispositionFilters } from "./disposition-filters.tsx";
import { DispositionQueue } from "./disposition-queue.tsx";
import { QueueTabs } from "./queue-tabs.tsx";
import { dispositionsRoute } from "./route.ts";
import { SignDisposition } from "./sign-disposition.tsx";
import "./dispositions.css";

/** May the results of a run leave the house? What may be released, what is held and why, and the signature that decides. */
export function DispositionsPage(): ReactElement {
  const { sign } = dispositionsRoute.useSearch();
  return (
    <Page
      title="Dispositions"
      lead="May the results of a run leave the house? Policy proposes, a person decides and signs; until then they are held."
    >
      <QueueTabs />
      <DispositionFilters />
      <DispositionQueue />
      {sign === undefined ? null : <SignDisposition key={sign} runId={sign} />}
    </Page>
  );
}
