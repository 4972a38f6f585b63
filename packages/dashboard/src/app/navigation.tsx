import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useCaller } from "../api/session.ts";
import { pageEntries } from "./page-entries.ts";

/** The pages that who is signed in may see. */
export function Navigation({ onChoose }: { readonly onChoose?: () => void }): ReactElement {
  const { rights } = useCaller();
  return (
    <nav aria-label="Pages">
      <ul className="navigation">
        {pageEntries
          .filter(({ right }) => rights.includes(right))
          .map(({ to, label, isExact }) => (
            <li key={to}>
              <Link to={to} activeOptions={{ exact: isExact === true, includeSearch: false }} onClick={onChoose}>
                {label}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
