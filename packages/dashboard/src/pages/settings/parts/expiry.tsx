import type { ReactElement } from "react";
import { StateBadge } from "../../../ui/state-badge.tsx";
import { expiryOf } from "./expiry-of.ts";

/** A last day of use with what is left until then. What is retired runs out no more. */
export function Expiry(props: { readonly on: string | null; readonly isRetired: boolean }): ReactElement {
  const { on, isRetired } = props;
  if (on === null) return <span title="No day is on record">–</span>;
  const { tone, words } = expiryOf(on);
  return (
    <>
      <time dateTime={on} className="moment">
        {on}
      </time>{" "}
      {isRetired ? null : tone === "neutral" ? <small>{words}</small> : <StateBadge state={words} tone={tone} />}
    </>
  );
}
