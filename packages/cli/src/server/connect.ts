import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { TouchstoneClient } from "@touchstone/client";
import type { LockHolder } from "@touchstone/store";
import { type DatabaseArguments, databaseSource } from "../commands/db-source.ts";
import { CliError } from "../error.ts";
import { injectFetch } from "./inject-fetch.ts";

/** Milliseconds for which a folder that another command holds for a moment is waited for. */
const PATIENCE = 15_000;
const PAUSE = 100;

/** The API, wherever the records are. */
export interface Connection {
  readonly client: TouchstoneClient;
  /** Where the records are, for people. */
  readonly place: string;
  /** The API as a person with a local account, who may sign. */
  signIn(name: string, password: string): Promise<TouchstoneClient>;
  close(): Promise<void>;
}

/** How records are reached. */
export interface ConnectOptions {
  /** Whether a folder without records gets some; looking at a misspelt one leaves none behind. True unless given. */
  readonly make?: boolean;
}

/**
 * The API over the records that the arguments and the environment name: of `--data`, else of the server at
 * `TOUCHSTONE_URL`, else of `DATABASE_URL`, else of the usual folder. A folder that a server holds is reached through that
 * server, whose lock says how; one that nobody holds is opened by this process.
 *
 * @throws CliError TS_USAGE without the token that a server asks for; StoreError TS_DATABASE_MISSING for a folder without
 *   records that is not to be made; what opening the records throws.
 */
export async function connect(values: DatabaseArguments, { make = true }: ConnectOptions = {}): Promise<Connection> {
  const server = await connectToServer(values);
  if (server !== null) return server;
  const source = databaseSource(values);
  if ("url" in source) {
    return openHere(source, objectsLocation(null), () => requireToken(process.env.TOUCHSTONE_TOKEN));
  }
  if (!make) await requireRecords(source.dataFolder);
  return reachFolder(source.dataFolder);
}

/**
 * The API of the server that has the records, as `connect` finds them; null where this process has to open them itself.
 *
 * @throws CliError TS_USAGE without the token that the server asks for.
 */
export async function connectToServer(values: DatabaseArguments): Promise<Connection | null> {
  const { TOUCHSTONE_URL: url, TOUCHSTONE_TOKEN: token } = process.env;
  if (values.data === undefined && url !== undefined && url !== "") {
    if (token === undefined || token === "") {
      throw new CliError(
        "TS_USAGE",
        "TOUCHSTONE_URL is set and TOUCHSTONE_TOKEN is not",
        "Make a token: touchstone token create.",
      );
    }
    return connectTo(url, token);
  }
  const source = databaseSource(values);
  return "url" in source ? null : connectToHolder(source.dataFolder);
}

/** Runs `work` with a connection that is closed after it. */
export async function withConnection<T>(
  values: DatabaseArguments,
  work: (connection: Connection) => Promise<T>,
  options: ConnectOptions = {},
): Promise<T> {
  const connection = await connect(values, options);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

/** Where files are kept: `TOUCHSTONE_OBJECTS`, else in the data folder. */
export function objectsLocation(inFolder: string | null): string {
  const { TOUCHSTONE_OBJECTS: location } = process.env;
  if (location !== undefined && location !== "") return location;
  if (inFolder !== null) return inFolder;
  const hint = "Set TOUCHSTONE_OBJECTS to a folder or to s3://bucket/prefix.";
  throw new CliError("TS_USAGE", "with DATABASE_URL the place of files has to be named too", hint);
}

/** A folder that somebody holds is about to have records, if it has none yet. */
async function requireRecords(dataFolder: string): Promise<void> {
  const { dataFolderPaths, lockHolder, requireDatabase } = await import("@touchstone/store");
  if (lockHolder(dataFolderPaths(dataFolder).lock) === null) requireDatabase(dataFolder);
}

/** Through the server that holds the folder; null where none does. */
async function connectToHolder(dataFolder: string): Promise<Connection | null> {
  const { dataFolderPaths, lockHolder } = await import("@touchstone/store");
  const holder = lockHolder(dataFolderPaths(dataFolder).lock);
  return isServing(holder) ? connectTo(holder.address, readToken(holder.tokenFile)) : null;
}

async function reachFolder(dataFolder: string): Promise<Connection> {
  const { dataFolderPaths } = await import("@touchstone/store");
  const { adminTokenFile } = await import("@touchstone/server");
  const paths = dataFolderPaths(dataFolder);
  const end = Date.now() + PATIENCE;
  for (;;) {
    const served = await connectToHolder(dataFolder);
    if (served !== null) return served;
    try {
      const readAdminToken = () => readToken(adminTokenFile(dataFolder));
      return await openHere({ dataFolder }, objectsLocation(paths.objects), readAdminToken);
    } catch (error) {
      // Another command has it for a moment, or a server has not said yet where it is.
      const isHeld = error instanceof Error && "code" in error && error.code === "TS_DATA_FOLDER_LOCKED";
      if (!isHeld || Date.now() > end) throw error;
    }
    await setTimeout(PAUSE);
  }
}

function isServing(
  holder: LockHolder | null,
): holder is LockHolder & Required<Pick<LockHolder, "address" | "tokenFile">> {
  return holder?.address !== undefined && holder.tokenFile !== undefined;
}

async function connectTo(url: string, token: string): Promise<Connection> {
  const { createClient, signIn } = await import("@touchstone/client");
  return {
    client: createClient({ url, token }),
    place: url,
    signIn: (name, password) => signIn({ url, name, password }),
    close: async () => {},
  };
}

async function openHere(
  source: Parameters<typeof import("./local-server.ts").openLocalServer>[0],
  objects: string,
  token: () => string,
): Promise<Connection> {
  const { openLocalServer } = await import("./local-server.ts");
  const { createClient, signIn } = await import("@touchstone/client");
  const { prepareFirstStart } = await import("@touchstone/server");
  const { context, server, close } = await openLocalServer(source, { objects });
  try {
    if ("dataFolder" in source) await prepareFirstStart(context, source);
    const [url, send] = ["http://localhost", injectFetch(server)];
    return {
      client: createClient({ url, token: token(), fetch: send }),
      place: context.database.place,
      signIn: (name, password) => signIn({ url, name, password, fetch: send }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function requireToken(token: string | undefined): string {
  if (token !== undefined && token !== "") return token;
  throw new CliError("TS_USAGE", "TOUCHSTONE_TOKEN is not set", "Make a token: touchstone token create.");
}

/** @throws CliError TS_USAGE when the file with the folder's token cannot be read. */
function readToken(file: string): string {
  const { TOUCHSTONE_TOKEN: token } = process.env;
  if (token !== undefined && token !== "") return token;
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    const hint = "Set TOUCHSTONE_TOKEN, or run the command as the owner of the folder.";
    throw new CliError("TS_USAGE", `${file}: the token of this folder cannot be read`, hint);
  }
}
