import { createClient, type Fetch, signIn, type TouchstoneClient } from "@touchstone/client";
import {
  carryOutRound,
  createPrincipal,
  createToken,
  hashPassword,
  perform,
  prepareFirstStart,
  type ServerContext,
} from "@touchstone/server";
import { dataFolderPaths } from "@touchstone/store";
import { injectFetch, openLocalServer } from "touchstone/in-process";
import type { SimulatedClock } from "../clock/simulated-clock.ts";
import { DEMO_PASSWORD, type Position, people } from "./people.ts";

const URL_IN_PROCESS = "http://localhost";
/** Milliseconds that a request takes by the simulated clock, so that what follows it is later. */
const TIME_OF_REQUEST = 1500;
/** A session is left alone for this long at most; then its person signs in again. */
const SESSION_TIME = 25 * 60_000;
/**
 * What the people's hashes cost: an eighth of the usual, so that a year of signatures takes seconds. Their password is
 * printed, so that it protects nothing.
 */
const COST = { N: 2 ** 14, r: 8, p: 1 };

/** The records of the laboratory, and everybody who works with them. */
export interface Laboratory {
  readonly folder: string;
  readonly clock: SimulatedClock;
  /** The API as a person who has signed in sees it. */
  person(position: Position): Promise<TouchstoneClient>;
  /** Id of a person. */
  personId(position: Position): string;
  /** The API as the program that runs the pipelines sees it. */
  readonly pipelines: TouchstoneClient;
  /** Sends a report of Nextflow. @throws TypeError when it is refused. */
  reportNextflow(method: "POST" | "PUT", path: string, body: object): Promise<Record<string, unknown>>;
  /** What the clock makes necessary: escalations, expiring lots, controls that are overdue. */
  carryOutTasks(): Promise<void>;
  close(): Promise<void>;
}

/** Opens new records in a folder, with people and a token for the pipelines. */
export async function openLaboratory(folder: string, clock: SimulatedClock): Promise<Laboratory> {
  const { context, server, close } = await openLocalServer(
    { dataFolder: folder },
    { objects: dataFolderPaths(folder).objects, secureCookies: false },
  );
  try {
    await prepareFirstStart(context, { dataFolder: folder });
    const ids = await addPeople(context);
    const token = await addPipelines(context);
    const send = injectFetch(server);
    const timed: Fetch = async (request) => {
      const answer = await send(request);
      clock.advance(TIME_OF_REQUEST);
      return answer;
    };
    const sessions = new Map<Position, Session>();
    return {
      folder,
      clock,
      person: (position) => signedIn(sessions, position, timed, clock),
      personId: (position) => ids[position],
      pipelines: createClient({ url: URL_IN_PROCESS, token, fetch: timed }),
      reportNextflow: (method, path, body) => report(timed, token, { method, path, body }),
      carryOutTasks: () => carryOutRound(context, { error: (details, message) => failTask(details, message) }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function failTask(details: object, message: string): never {
  throw new TypeError(message, { cause: details });
}

async function addPeople(context: ServerContext): Promise<Readonly<Record<Position, string>>> {
  const passwordHash = await hashPassword(DEMO_PASSWORD, COST);
  const ids: Partial<Record<Position, string>> = {};
  for (const [position, { name, printedName, role }] of Object.entries(people)) {
    const { body } = await perform(context, { name: "owner of the data folder" }, (writing) =>
      createPrincipal(writing, { kind: "person", name, printedName, roles: [role] }, passwordHash),
    );
    ids[position as Position] = body.id;
  }
  return ids as Record<Position, string>;
}

async function addPipelines(context: ServerContext): Promise<string> {
  const owner = { name: "owner of the data folder" };
  const { token } = await perform(context, owner, async (writing) => {
    const { body } = await createPrincipal(
      writing,
      { kind: "service", name: "pipelines", printedName: "Pipelines" },
      null,
    );
    const expiresAt = new Date(writing.at.getTime() + 395 * 86_400_000);
    return createToken(writing, { principalId: body.id, name: "nextflow", scopes: ["read", "ingest"], expiresAt });
  });
  return token;
}

interface Session {
  readonly client: TouchstoneClient;
  /** Milliseconds. */
  usedAt: number;
}

async function signedIn(
  sessions: Map<Position, Session>,
  position: Position,
  send: Fetch,
  clock: SimulatedClock,
): Promise<TouchstoneClient> {
  const now = clock.now().getTime();
  const known = sessions.get(position);
  if (known !== undefined && now - known.usedAt < SESSION_TIME) {
    known.usedAt = now;
    return known.client;
  }
  const { name } = people[position];
  const client = await signIn({ url: URL_IN_PROCESS, name, password: DEMO_PASSWORD, fetch: send });
  sessions.set(position, { client, usedAt: now });
  return client;
}

interface NextflowReport {
  readonly method: "POST" | "PUT";
  readonly path: string;
  readonly body: object;
}

async function report(send: Fetch, token: string, { method, path, body }: NextflowReport) {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const request = new Request(`${URL_IN_PROCESS}/tower${path}`, { method, headers, body: JSON.stringify(body) });
  const answer = await send(request);
  const text = await answer.text();
  if (!answer.ok) throw new TypeError(`${method} ${path}: ${answer.status} ${text}`);
  return JSON.parse(text) as Record<string, unknown>;
}
