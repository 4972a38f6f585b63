import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";

/** A run by its name, leading to its page. A name is text, whatever stands in it. */
export function RunLink({
  run,
}: {
  readonly run: { readonly id: string; readonly name: string } | null;
}): ReactElement {
  if (run === null) return <>–</>;
  return (
    <Link to="/runs/$run" params={{ run: run.id }}>
      {run.name}
    </Link>
  );
}
