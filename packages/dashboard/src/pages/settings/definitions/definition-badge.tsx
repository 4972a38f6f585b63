import type { ReactElement } from "react";
import { StateBadge } from "../../../ui/state-badge.tsx";
import type { DefinitionItem } from "./definition.ts";

/** Whether a definition judges anything. */
export function DefinitionBadge({ status }: Pick<DefinitionItem, "status">): ReactElement {
  return <StateBadge state={status} tone={status === "approved" ? "in-control" : "neutral"} />;
}
