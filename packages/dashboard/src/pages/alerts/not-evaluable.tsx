import type { paths } from "@touchstone/client";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { pageOptions, usePages } from "../../api/use-pages.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Moment } from "../../ui/moment.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { RecordCard, RecordList } from "../../ui/record-card.tsx";
import { RunLink } from "../../ui/record-link.tsx";

type Verdict = paths["/api/v1/verdicts"]["get"]["responses"]["200"]["content"]["application/json"]["items"][number];

const QUERY = { state: "not evaluable", limit: 50 } as const;

/** Verdicts in force that could not be made: they raise no alert, hold their run, and are never taken for in control. */
export function NotEvaluable(): ReactElement {
  const verdicts = usePages<Verdict>(
    api.useInfiniteQuery("get", "/api/v1/verdicts", { params: { query: QUERY } }, pageOptions),
  );
  return (
    <QueryView query={verdicts}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState title="Every verdict in force could be made">
            <p>Verdicts without enough data, limits or thresholds are listed here, with what is missing.</p>
          </EmptyState>
        ) : (
          <>
            <p>
              These verdicts raise no alert, but they hold their runs: what could not be evaluated is never in control.
            </p>
            <RecordList label="Verdicts that are not evaluable">
              {rows.map(({ id, run, about, reason, sentence, judgedAt }) => (
                <RecordCard
                  key={id}
                  title={<RunLink run={run} />}
                  meta={
                    <>
                      <span>verdict on the {about}</span>
                      <span>{reason}</span>
                      <span>
                        judged <Moment at={judgedAt} /> UTC
                      </span>
                    </>
                  }
                >
                  <p>{sentence}</p>
                </RecordCard>
              ))}
            </RecordList>
            {verdicts.hasMore ? (
              <p>
                <Button onPress={verdicts.readMore}>Show more</Button>
              </p>
            ) : null}
          </>
        )
      }
    </QueryView>
  );
}
