import type { Column } from "../../../ui/data-table.tsx";
import { Day } from "../../../ui/moment.tsx";
import { PrincipalName } from "../parts/principal-name.tsx";
import type { DefinitionItem } from "./definition.ts";
import { DefinitionBadge } from "./definition-badge.tsx";
import { unsignedText } from "./unsigned-text.ts";

/** Columns that lists of definitions end with: what has become of each, who proposed it, and since when it holds. */
export const definitionColumns: readonly Column<DefinitionItem>[] = [
  { id: "status", title: "Status", cell: ({ status }) => <DefinitionBadge status={status} /> },
  {
    id: "proposed",
    title: "Proposed (UTC)",
    cell: ({ proposedBy, createdAt }) => (
      <>
        <PrincipalName id={proposedBy} />
        <br />
        <small>
          <Day at={createdAt} />
        </small>
      </>
    ),
  },
  {
    id: "approved",
    title: "Signed (UTC)",
    cell: ({ status, approvedBy, approvedAt }) => (
      <>
        {approvedBy ?? <span title={unsignedText(status, approvedAt)}>–</span>}
        {approvedAt === null ? null : (
          <>
            <br />
            <small>
              <Day at={approvedAt} />
            </small>
          </>
        )}
      </>
    ),
  },
];
