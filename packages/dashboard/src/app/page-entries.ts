import type { LinkProps } from "@tanstack/react-router";
import type { Right } from "../api/caller.ts";

/** A page in the navigation. */
export interface PageEntry {
  readonly to: NonNullable<LinkProps["to"]>;
  readonly label: string;
  /** What one has to be allowed to see the page. */
  readonly right: Right;
  /** Whether addresses below it are other pages. */
  readonly isExact?: boolean;
}

/** In the order in which they are shown. */
export const pageEntries: readonly PageEntry[] = [
  { to: "/overview", label: "Overview", right: "read" },
  { to: "/runs", label: "Runs", right: "read" },
  { to: "/concordance", label: "Concordance", right: "read" },
  { to: "/reproducibility", label: "Reproducibility", right: "read" },
  { to: "/control-charts", label: "Control charts", right: "read" },
  { to: "/dispositions", label: "Dispositions", right: "read" },
  { to: "/alerts", label: "Alerts", right: "read" },
  { to: "/audit", label: "Audit", right: "audit" },
  { to: "/settings", label: "Settings", right: "read" },
];
