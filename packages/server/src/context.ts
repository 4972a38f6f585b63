import type { Database, ObjectStore } from "@touchstone/store";
import type { Anchoring } from "./audit/anchoring.ts";
import type { MailSettings } from "./mail/settings.ts";
import type { OidcSettings } from "./oidc/settings.ts";
import type { ResourcePrices } from "./processes/schema.ts";

/** What the server works with and how it behaves. */
export interface ServerContext {
  readonly database: Database;
  readonly objects: ObjectStore;
  readonly settings: ServerSettings;
  /** Anchors of the audit trail, asked for by every signature; none unless given. */
  readonly anchoring?: Anchoring;
  /** The present moment; tests give one of their own. */
  readonly now: () => Date;
}

/** What whoever runs the server decides. */
export interface ServerSettings {
  /** Version of Touchstone, kept with every verdict. */
  readonly touchstone: string;
  /** Path before every address: empty, or as `/touchstone`, without a slash at its end. */
  readonly basePath: string;
  /** Folder of the built dashboard; null: only the API is served. */
  readonly dashboard: string | null;
  /** Proxies whose forwarded address, host and protocol are believed: addresses or networks. */
  readonly trustedProxies: readonly string[];
  /** Address of the base path as browsers know it, as `https://touchstone.example/qc`; null: as each request says. */
  readonly publicUrl: string | null;
  /** The provider that people sign in with; null: they have passwords here. */
  readonly oidc: OidcSettings | null;
  /** Whether cookies are for encrypted connections only: always, except on loopback. */
  readonly secureCookies: boolean;
  /** Bytes of a request's body at most. */
  readonly bodyLimit: number;
  /** Requests a minute that one caller may make. */
  readonly requestsPerMinute: number;
  /** Streams of events that this replica serves at a time. */
  readonly eventStreams: number;
  /** The same for one caller. */
  readonly eventStreamsOfCaller: number;
  /** Milliseconds between signs of life on a stream of events. */
  readonly eventHeartbeat: number;
  /** Days that events are kept for those who go on after a number. */
  readonly eventDays: number;
  /** Days ahead of a lot's last day at which an alert tells of it. */
  readonly lotWarningDays: number;
  /** Milliseconds between rounds of the scheduler. */
  readonly schedulerInterval: number;
  /** Encrypts secrets in the records, 32 bytes; null: nothing can be kept that needs it. Never logged. */
  readonly secretKey: Uint8Array | null;
  /** Whether webhooks may be in this machine's network, and unencrypted. */
  readonly allowPrivateWebhooks: boolean;
  /** The server that sends e-mail; null: none is sent. */
  readonly mail: MailSettings | null;
  /** What processors and memory cost; null: no costs are computed. */
  readonly resourcePrices: ResourcePrices | null;
  /** Who may read `/metrics`: whoever shows a token with the scope read, or everybody on this machine. */
  readonly metricsAccess: "token" | "loopback";
}

/** What holds unless whoever runs the server decides otherwise. */
export const defaultSettings: Omit<ServerSettings, "touchstone"> = {
  basePath: "",
  dashboard: null,
  trustedProxies: [],
  publicUrl: null,
  oidc: null,
  secureCookies: true,
  bodyLimit: 16 * 1024 * 1024,
  requestsPerMinute: 6000,
  eventStreams: 500,
  eventStreamsOfCaller: 20,
  eventHeartbeat: 15_000,
  eventDays: 30,
  lotWarningDays: 14,
  schedulerInterval: 60_000,
  secretKey: null,
  allowPrivateWebhooks: false,
  mail: null,
  resourcePrices: null,
  metricsAccess: "token",
};
