import type { ReactElement } from "react";
import { Page } from "../../ui/page.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { AuditTable } from "./audit-table.tsx";
import { VerifyPanel } from "./verify-panel.tsx";

/** Who did what, when and why, and the proof that nothing was altered. */
export function AuditPage(): ReactElement {
  return (
    <Page
      title="Audit"
      lead="Who did what, when and why. Each row carries the hash of the row before: none can be altered, added or taken away unseen."
    >
      <VerifyPanel />
      <AuditFilters />
      <AuditTable />
    </Page>
  );
}
