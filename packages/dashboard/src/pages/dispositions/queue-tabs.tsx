import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { type Queue, queues } from "./dispositions.ts";
import { dispositionsRoute } from "./route.ts";
import "../../ui/tabs.css";

const LABELS: Readonly<Record<Queue, string>> = {
  "to sign": "To sign",
  "second signature": "Second signature",
  questioned: "Released, in question",
  "not judged": "Not judged",
  held: "Signed as held",
  decided: "All signed",
};

/** The queues, with how many runs are in those that wait for somebody. */
export function QueueTabs(): ReactElement {
  const search = dispositionsRoute.useSearch();
  const { queue: chosen = "to sign", assay } = search;
  const counts = useQueueCounts(assay);
  return (
    <nav aria-label="Queues">
      <ul className="tabs">
        {queues.map((queue) => {
          const count = counts?.[queue];
          return (
            <li key={queue}>
              <Link
                to={dispositionsRoute.fullPath}
                search={{ ...(assay === undefined ? {} : { assay }), queue }}
                aria-current={queue === chosen ? "page" : undefined}
                activeOptions={{ exact: true }}
              >
                {LABELS[queue]}
                {count === undefined ? null : <span className="tab-count">{count}</span>}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Of all assays together, or of one in force; undefined until it is known. */
function useQueueCounts(assay: string | undefined): Partial<Record<Queue, number>> | undefined {
  const { data } = useQuery(api.queryOptions("get", "/api/v1/overview"));
  if (data === undefined) return undefined;
  const parts =
    assay === undefined ? [...data.assays, data.others] : data.assays.filter((one) => one.assay.name === assay);
  if (parts.length === 0) return undefined;
  const counts = { "to sign": 0, "second signature": 0, questioned: 0, "not judged": 0 };
  for (const { awaiting } of parts) {
    const { released, held, repeat, rejected } = awaiting.proposals;
    counts["to sign"] += released + held + repeat + rejected;
    counts["second signature"] += awaiting.secondSignatures;
    counts.questioned += awaiting.questionedReleases;
    counts["not judged"] += awaiting.notJudged;
  }
  return counts;
}
