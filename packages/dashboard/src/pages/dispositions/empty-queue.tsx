import type { ReactElement } from "react";
import { EmptyState } from "../../ui/empty-state.tsx";
import type { Queue } from "./dispositions.ts";
import { dispositionsRoute } from "./route.ts";

const WORDS: Readonly<Record<Queue, readonly [title: string, next: string]>> = {
  "to sign": [
    "No run waits for a signature",
    "A run comes here when something of it was judged: post its results, or record them with touchstone ingest.",
  ],
  "second signature": [
    "No decision waits for a second person",
    "Whoever decides more leniently than policy proposes needs a second signature; such decisions are listed here.",
  ],
  questioned: [
    "No release is in question",
    "A released run comes here when policy would propose something stricter now than when it was signed.",
  ],
  "not judged": [
    "Of every finished run something was judged",
    "A run of which nothing was judged stays held and is listed here.",
  ],
  held: ["No run was signed as held", "Runs that nobody has signed are held too: see those to sign."],
  decided: ["Nobody has signed a disposition yet", "Start with the runs to sign."],
};

/** Why a queue is empty and what would fill it; other words where filters hide what is there. */
export function EmptyQueue(): ReactElement {
  const { queue = "to sign", assay, proposed } = dispositionsRoute.useSearch();
  const [title, next] = WORDS[queue];
  if (assay === undefined && proposed === undefined) {
    return (
      <EmptyState title={title}>
        <p>{next}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No run of this queue is like this">
      <p>Choose all assays and any proposal to see the whole queue.</p>
    </EmptyState>
  );
}
