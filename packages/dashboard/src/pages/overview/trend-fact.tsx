import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import type { AssayOverview } from "./overview.ts";

/** Scores that decline, with the date at which they reach their threshold; else whether anything could be told. */
export function TrendFact({ trend }: { readonly trend: AssayOverview["trend"] }): ReactElement {
  const { watched, tooShort, declines } = trend;
  if (declines.length === 0 && watched === 0 && tooShort === 0)
    return (
      <>
        – <small>no series is watched</small>
      </>
    );
  return (
    <ul className="counts">
      {declines.map(({ alertId, series, isCrossed, crossesAt, earliestAt, latestAt, threshold }) => (
        <li key={alertId}>
          <span aria-hidden="true">↘ </span>
          <Link to="/alerts/$alert" params={{ alert: alertId }}>
            {series}
          </Link>{" "}
          <strong>{isCrossed ? `beyond ${threshold} already` : `reaches ${threshold} ${when(crossesAt)}`}</strong>{" "}
          {earliestAt === null && latestAt === null ? null : (
            <small>
              {earliestAt === null ? "already" : earliestAt.slice(0, 10)} to{" "}
              {latestAt === null ? "never" : latestAt.slice(0, 10)}
            </small>
          )}
        </li>
      ))}
      {watched === 0 ? null : (
        <li>
          {declines.length === 0 ? "→ no decline" : ""} <small>{watched} series tested</small>
        </li>
      )}
      {tooShort === 0 ? null : (
        <li>
          <span aria-hidden="true">? </span>
          <small>{tooShort} too short to tell: under 8 runs since the last change</small>
        </li>
      )}
    </ul>
  );
}

function when(crossesAt: string | null): string {
  return crossesAt === null ? "at an unknown date" : `on ${crossesAt.slice(0, 10)}`;
}
