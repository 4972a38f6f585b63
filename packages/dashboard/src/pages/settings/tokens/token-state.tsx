import type { ReactElement } from "react";
import type { ItemOf } from "../../../api/answers.ts";
import { StateBadge } from "../../../ui/state-badge.tsx";
import { expiryOf } from "../parts/expiry-of.ts";

type Token = Pick<ItemOf<"/api/v1/tokens">, "expiresAt" | "revokedAt">;

/** What has become of a token. */
export function tokenStateOf(
  { expiresAt, revokedAt }: Token,
  now: number = Date.now(),
): "valid" | "expired" | "revoked" {
  if (revokedAt !== null) return "revoked";
  return Date.parse(expiresAt) <= now ? "expired" : "valid";
}

/** The same as a mark; of one that soon expires, when it does. */
export function TokenBadge({ token }: { readonly token: Token }): ReactElement {
  const state = tokenStateOf(token);
  if (state === "revoked") return <StateBadge state="revoked" />;
  if (state === "expired") return <StateBadge state="expired" tone="out-of-control" />;
  const { tone, words } = expiryOf(token.expiresAt.slice(0, 10));
  return tone === "warning" ? (
    <StateBadge state={words} tone="warning" />
  ) : (
    <StateBadge state="valid" tone="in-control" />
  );
}
