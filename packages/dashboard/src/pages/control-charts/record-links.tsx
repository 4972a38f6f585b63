import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";

/** A run by its name, leading to its page. */
export function RunLink({ run }: { readonly run: { readonly id: string; readonly name: string } }): ReactElement {
  return <Link to={`/runs/${run.id}` as string}>{run.name}</Link>;
}

/** The alert that a point raised; a dash where it raised none. */
export function AlertLink({ id }: { readonly id: string | null }): ReactElement {
  if (id === null) return <>–</>;
  return <Link to={`/alerts/${id}` as string}>alert</Link>;
}
