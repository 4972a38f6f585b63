import type { Generated } from "kysely";
import type { Json, MomentOfNow, MomentOrNull } from "./column-types.ts";

/* Tables of 0020_deliveries.sql: who is told what happened, and what became of each message. */

export interface WebhookTable {
  id: string;
  url: string;
  description: string | null;
  topics: string[];
  secret: string;
  created_by: string;
  created_at: MomentOfNow;
  disabled_at: MomentOrNull;
  disabled_reason: string | null;
}

export interface MailSubscriptionTable {
  id: string;
  address: string;
  kinds: ("immediate" | "predictive" | "reproducibility" | "due")[];
  least_level: Generated<number>;
  created_by: string;
  created_at: MomentOfNow;
  disabled_at: MomentOrNull;
  disabled_reason: string | null;
}

export interface DeliveryTable {
  id: string;
  webhook_id: string | null;
  mail_subscription_id: string | null;
  event_number: number;
  topic: string;
  event: Json;
  status: Generated<"pending" | "delivered" | "dead">;
  attempts: Generated<number>;
  created_at: MomentOfNow;
  next_attempt_at: MomentOrNull;
  last_attempt_at: MomentOrNull;
  delivered_at: MomentOrNull;
  failure: string | null;
}
