import type { ReactElement } from "react";
import { StateBadge } from "../../../ui/state-badge.tsx";

/** Whether somebody or something is let in, or written to. */
export function EnabledBadge({ disabledAt }: { readonly disabledAt: string | null }): ReactElement {
  return disabledAt === null ? (
    <StateBadge state="enabled" tone="in-control" />
  ) : (
    <StateBadge state="disabled" tone="out-of-control" />
  );
}
