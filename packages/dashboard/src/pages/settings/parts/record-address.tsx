import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactElement, ReactNode } from "react";
import { settingsRoute } from "../route.ts";

/** In the place of a record's id: the form for a new one. */
export const NEW = "new";

/** Leads to one record of the section that is shown. */
export function RecordLink({ id, children }: { readonly id: string; readonly children: ReactNode }): ReactElement {
  return (
    <Link from={settingsRoute.fullPath} to="." search={(search) => ({ ...search, record: id })}>
      {children}
    </Link>
  );
}

/** Leads from one record back to the list, as it was narrowed. */
export function BackToList({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <p>
      <Link from={settingsRoute.fullPath} to="." search={({ record: _, from: __, ...others }) => others}>
        <span aria-hidden="true">← </span>
        {children}
      </Link>
    </p>
  );
}

/** Shows a record of the section (`NEW` for the form of a new one), or with null the list. */
export function useShowRecord(): (id: string | null, from?: string) => void {
  const navigate = useNavigate({ from: settingsRoute.fullPath });
  return (id, from) =>
    void navigate({
      search: ({ record: _, from: __, ...others }) => ({
        ...others,
        ...(id === null ? {} : { record: id }),
        ...(from === undefined ? {} : { from }),
      }),
    });
}
