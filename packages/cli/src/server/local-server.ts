import type { MailSettings, OidcSettings, ResourcePrices, Server, ServerContext } from "@touchstone/server";
import type { FolderSource, PostgresSource } from "@touchstone/store";
import { readVersion } from "../version.ts";
import { type AnchorPlace, openAnchors } from "./anchors.ts";

/** The records of one place, opened by this process. */
export interface LocalServer {
  readonly context: ServerContext;
  readonly server: Server;
  /** Ends all work and gives the folder back. */
  close(): Promise<void>;
}

/** What `openLocalServer` leaves to who calls it. */
export interface LocalServerOptions {
  /** Where files are kept; `objects` in the data folder unless given, which PostgreSQL needs. */
  readonly objects: string;
  readonly basePath?: string;
  /** Folder of the built dashboard; only the API is served unless given. */
  readonly dashboard?: string | null;
  readonly trustedProxies?: readonly string[];
  readonly publicUrl?: string | null;
  readonly oidc?: OidcSettings | null;
  readonly secureCookies?: boolean;
  /** Where the end of the audit trail is anchored at intervals and after every signature; nowhere unless given. */
  readonly anchors?: AnchorPlace | null;
  readonly secretKey?: Uint8Array | null;
  readonly allowPrivateWebhooks?: boolean;
  readonly mail?: MailSettings | null;
  readonly resourcePrices?: ResourcePrices | null;
  /** Whether requests are logged on standard error, as NDJSON. */
  readonly log?: boolean;
}

/**
 * Opens the records and the API over them. A folder's database is made, or brought to this version; a server's has to be
 * (`touchstone db migrate`), since other replicas may use it.
 *
 * @throws StoreError TS_DATA_FOLDER_LOCKED, TS_DATABASE_UNAVAILABLE, TS_MIGRATION_PENDING.
 */
export async function openLocalServer(
  source: PostgresSource | FolderSource,
  options: LocalServerOptions,
): Promise<LocalServer> {
  const { migrate, openDatabase, openObjectStore, requireMigrated } = await import("@touchstone/store");
  const { buildServer, defaultSettings, startAnchoring } = await import("@touchstone/server");
  const { objects: location, log = false, anchors = null, ...settings } = options;
  const database = await openDatabase(source);
  try {
    if ("url" in source) await requireMigrated(database.kysely);
    else await migrate(database);
    let report = (_error: unknown): void => {};
    const failed = (error: unknown) => report(error);
    const anchoring =
      anchors === null ? null : startAnchoring({ database }, { ...(await openAnchors(anchors)), failed });
    const context: ServerContext = {
      database,
      objects: await openObjectStore(location),
      settings: { ...defaultSettings, touchstone: readVersion(), ...settings },
      now: () => new Date(),
      ...(anchoring === null ? {} : { anchoring }),
    };
    const server = await buildServer(context, log ? { level: "info", stream: process.stderr } : false);
    report = (error) => server.log.error({ err: error }, "the end of the audit trail could not be anchored");
    const close = async () => {
      await server.close();
      await anchoring?.stop();
      await database.close();
    };
    return { context, server, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}
