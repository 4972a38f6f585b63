import type { ErrorComponentProps } from "@tanstack/react-router";
import type { ReactElement } from "react";
import "../ui/page.css";
import { ErrorNotice } from "../ui/error-notice.tsx";

/** A page, or who is signed in, could not be shown. */
export function ShellError({ error, reset }: ErrorComponentProps): ReactElement {
  return (
    <main className="page">
      <h1>This page cannot be shown</h1>
      <ErrorNotice error={error} onRetry={reset} />
    </main>
  );
}
