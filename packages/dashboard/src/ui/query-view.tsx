import type { ReactElement, ReactNode } from "react";
import { ErrorNotice } from "./error-notice.tsx";
import "./notice.css";

/** What a query found: drawn by `children`, once it is there; until then a word, and on failure why, with a retry. */
export function QueryView<T>(props: {
  readonly query: { readonly data: T | undefined; readonly error: unknown; readonly refetch: () => unknown };
  readonly children: (data: T) => ReactNode;
}): ReactElement {
  const { query, children } = props;
  const { data, error } = query;
  const notice = error === null ? null : <ErrorNotice error={error} onRetry={() => void query.refetch()} />;
  if (data === undefined) return notice ?? <Loading />;
  // What was read before stays beside the news that it could not be read anew.
  return (
    <>
      {notice}
      {children(data)}
    </>
  );
}

/** Something is being read. */
export function Loading(): ReactElement {
  return (
    <p className="loading" role="status">
      Loading …
    </p>
  );
}
