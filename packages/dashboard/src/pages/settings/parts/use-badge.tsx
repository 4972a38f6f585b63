import type { ReactElement } from "react";
import { Day } from "../../../ui/moment.tsx";
import { StateBadge } from "../../../ui/state-badge.tsx";

/** Whether something is in use. */
export function UseBadge({ retiredAt }: { readonly retiredAt: string | null }): ReactElement {
  if (retiredAt === null) return <StateBadge state="in use" tone="in-control" />;
  return (
    <>
      <StateBadge state="retired" />{" "}
      <small>
        <Day at={retiredAt} />
      </small>
    </>
  );
}
