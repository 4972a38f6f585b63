import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { Button } from "../../ui/button.tsx";
import type { Run } from "./run-words.ts";

/** Which runs are chosen to be compared, and the way to it once there are two. */
export function CompareBar({
  chosen,
  onClear,
}: {
  readonly chosen: readonly Run[];
  readonly onClear: () => void;
}): ReactElement {
  const [first, second] = chosen;
  if (first === undefined) return <p className="compare-bar muted">Tick two runs to compare them.</p>;
  return (
    <div className="compare-bar" role="status">
      <p>
        <strong>{first.name}</strong> and{" "}
        {second === undefined ? <span className="muted">one more</span> : <strong>{second.name}</strong>}
      </p>
      {second === undefined ? null : (
        <Link className="button" data-variant="primary" to="/runs/compare" search={{ a: first.id, b: second.id }}>
          Compare
        </Link>
      )}
      <Button variant="quiet" onPress={onClear}>
        Clear
      </Button>
    </div>
  );
}
