import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import "../ui/page.css";

/** For addresses that lead to no page. */
export function NotFound(): ReactElement {
  return (
    <main className="page">
      <h1>There is no such page</h1>
      <p>
        The address may be misspelt, or from another version of Touchstone. <Link to="/">Go to the first page</Link>.
      </p>
    </main>
  );
}
