import type { paths } from "@touchstone/client";
import { type ReactElement, useRef, useState } from "react";
import { client } from "../../api/api.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Panel } from "../../ui/page.tsx";

type Answer = paths["/api/v1/audit/verify"]["get"]["responses"]["200"]["content"]["application/json"];

/** How far the check has come, and what it says. */
interface Progress {
  readonly checked: number;
  readonly last: Answer;
}

/** Computes every hash of the trail anew on the server, piece by piece, and says what the answer means. */
export function VerifyPanel(): ReactElement {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isRunning, setRunning] = useState(false);
  const stop = useRef<AbortController | null>(null);
  const verify = async () => {
    const controller = new AbortController();
    stop.current = controller;
    setRunning(true);
    setError(null);
    setProgress(null);
    try {
      await verifyAll(controller.signal, setProgress);
    } catch (problem) {
      if (!controller.signal.aborted) setError(problem);
    } finally {
      setRunning(false);
    }
  };
  return (
    <Panel title="Is the trail whole?">
      <div>
        {isRunning ? (
          <Button onPress={() => stop.current?.abort()}>Stop</Button>
        ) : (
          <Button variant="primary" onPress={verify}>
            Verify the trail
          </Button>
        )}
      </div>
      {progress === null ? null : (
        <div role="status">
          <Outcome progress={progress} isRunning={isRunning} />
        </div>
      )}
      {error === null ? null : <ErrorNotice error={error} onRetry={verify} />}
    </Panel>
  );
}

async function verifyAll(signal: AbortSignal, tell: (progress: Progress) => void): Promise<void> {
  let checked = 0;
  let from: number | null = 1;
  while (from !== null) {
    const last: Answer = await verifyFrom(from, signal);
    checked += last.checked;
    tell({ checked, last });
    from = last.finding === null ? last.next : null;
  }
}

async function verifyFrom(from: number, signal: AbortSignal): Promise<Answer> {
  const { data } = await client.GET("/api/v1/audit/verify", { params: { query: { from } }, signal });
  return data as Answer;
}

function Outcome({ progress, isRunning }: { readonly progress: Progress; readonly isRunning: boolean }): ReactElement {
  const { checked, last } = progress;
  const { finding, head, provenTo, anchors } = last;
  if (finding !== null) {
    return (
      <div className="notice" data-kind="error">
        <p>
          <strong>
            ✕ The trail does not hold: row {finding.sequence} is {finding.kind}.
          </strong>
        </p>
        <p>{finding.message}</p>
        <p>Keep the database as it is, and compare it with the last backup before anything is released.</p>
      </div>
    );
  }
  if (isRunning || last.next !== null) return <p>{checked} rows checked, nothing wrong so far.</p>;
  return (
    <div className="notice" data-kind="good">
      <p>
        <strong>✓ The trail holds: {checked} rows, none altered, missing or inserted.</strong>
      </p>
      <p>
        Each row's SHA-256 was computed anew over its content and the hash of the row before
        {head === null ? "" : `; the last row is ${head.sequence}, its hash ${head.hash.slice(0, 12)}…`}.
      </p>
      <p>
        {provenTo === null
          ? "No signed anchor outside the database was found, so a trail that somebody computed anew as a whole would look the same."
          : `Signed anchors outside the database prove that nothing up to row ${provenTo} was computed anew.`}
        {anchors !== null && anchors.rejected > 0 ? ` ${anchors.rejected} anchors were rejected: look into them.` : ""}
      </p>
    </div>
  );
}
