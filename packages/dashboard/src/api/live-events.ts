import { useEffect, useState } from "react";
import { queryClient } from "./query-client.ts";
import { serverUrl } from "./server-url.ts";

/** Milliseconds for which events are gathered before pages read anew: an ingest makes thousands. */
const PAUSE = 700;

/** Whether changes reach the page by themselves. */
export type LiveState = "connecting" | "live" | "interrupted";

/**
 * Follows the server's events: what is on the screen is read anew soon after any record changes, and what is not when it
 * is next shown. Returns whether it works.
 */
export function useLiveEvents(): LiveState {
  const [state, setState] = useState<LiveState>("connecting");
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== "/api/v1/session" });
      }, PAUSE);
    };
    const source = new EventSource(`${serverUrl}/api/v1/events`);
    let wasInterrupted = false;
    source.onopen = () => {
      setState("live");
      if (wasInterrupted) refresh();
      wasInterrupted = false;
    };
    source.onerror = () => {
      setState("interrupted");
      wasInterrupted = true;
    };
    source.onmessage = refresh;
    source.addEventListener("reset", refresh);
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, []);
  return state;
}
