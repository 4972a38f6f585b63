import type { ReactElement } from "react";
import type { LiveState } from "../api/live-events.ts";

const WORDS: Readonly<Record<LiveState, string>> = {
  connecting: "○ Connecting",
  live: "● Live",
  interrupted: "✕ Interrupted: changes do not arrive",
};

/** Whether what is on the screen follows the records by itself. */
export function LiveMark({ state }: { readonly state: LiveState }): ReactElement {
  return (
    <p className="live-mark" data-state={state} role="status">
      {WORDS[state]}
    </p>
  );
}
