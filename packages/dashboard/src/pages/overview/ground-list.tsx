import type { ReactElement } from "react";
import { Moment } from "../../ui/moment.tsx";
import { ControlChartLink, RunLink } from "../../ui/record-link.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import type { Ground } from "./overview.ts";

/** Everything that a state rests on, what decides it first. */
export function GroundList({ grounds }: { readonly grounds: readonly Ground[] }): ReactElement {
  return (
    <ol className="grounds">
      {grounds.map((ground) => (
        <li key={`${ground.about} ${ground.verdictId ?? ground.sentence}`}>
          <StateBadge state={ground.state} />
          <div>
            <p>{ground.sentence}</p>
            <p>
              <small>
                {placeOf(ground)}
                {ground.run === null ? null : (
                  <>
                    {" · run "}
                    <RunLink run={ground.run} />
                    {" · "}
                    <Moment at={ground.performedAt} />
                    {ground.assayVersion === null ? null : ` · judged under v${ground.assayVersion}`}
                  </>
                )}
                {ground.control === null ? null : (
                  <>
                    {" · "}
                    <ControlChartLink control={ground.control} />
                  </>
                )}
              </small>
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function placeOf({ about, truthSet, sample, instrument }: Ground): string {
  const of = sample === null ? "" : ` of ${sample}`;
  const against = truthSet === null ? "" : ` against ${truthSet}`;
  return `${about}${of}${against}${instrument === null ? "" : ` on ${instrument}`}`;
}
