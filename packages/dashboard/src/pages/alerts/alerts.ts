import type { paths } from "@touchstone/client";

/** An alert as lists show it. */
export type Alert = paths["/api/v1/alerts"]["get"]["responses"]["200"]["content"]["application/json"]["items"][number];

/** One alert with every time that its cause was found. */
export type AlertDetail = paths["/api/v1/alerts/{id}"]["get"]["responses"]["200"]["content"]["application/json"];

/** What was found, by its kind. */
export type Evidence = AlertDetail["occurrences"][number]["evidence"];

/** Lists of the page: alerts by status, and verdicts that raise none since nothing could be evaluated. */
export const alertViews = ["open", "acknowledged", "resolved", "not evaluable"] as const;

/** One of these. */
export type AlertView = (typeof alertViews)[number];

/** What alerts can be raised for. */
export const alertKinds = ["immediate", "predictive", "reproducibility", "due"] as const;
