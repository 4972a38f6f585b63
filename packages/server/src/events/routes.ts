import { once } from "node:events";
import { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import { Gauge, type Registry } from "prom-client";
import { authenticate } from "../access/authenticate.ts";
import type { ServerContext } from "../context.ts";
import { ServerError } from "../error.ts";
import { callerOf } from "../http/access-control.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { EventFeed } from "./event-feed.ts";
import { eventStream } from "./event-stream.ts";
import { lastEventNumber, readEvents } from "./read-events.ts";
import {
  EventLogQuerySchema,
  EventLogSchema,
  EventStreamHeadersSchema,
  EventStreamQuerySchema,
  type Reset,
} from "./schema.ts";
import { StreamPlaces } from "./stream-places.ts";
import { isWanted } from "./topics.ts";

/** Milliseconds in which nothing of a stream is taken, after which it is ended: the client can go on where it was. */
const STALL_LIMIT = 60_000;
/** Milliseconds that streams have to end by themselves when the server is closed. */
const CLOSING_PATIENCE = 1000;
/** No cache, and no proxy that waits until it has a whole block. */
const STREAM_HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
};

/** What happens, as it happens: a stream for whoever watches, and a list for whoever asks now and then. */
export function addEventRoutes(server: Server, context: ServerContext): void {
  addEventStream(server, context);
  server.get(
    "/events/log",
    {
      config: { access: "read" },
      schema: {
        operationId: "listEvents",
        tags: ["events"],
        summary: "Events after a number, in order",
        querystring: EventLogQuerySchema,
        response: answers({ 200: EventLogSchema }),
      },
    },
    async ({ query: { after, limit, topic } }) => {
      const { events, reset } = await readEvents(context.database.kysely, after, limit);
      return {
        items: events.filter((event) => isWanted(event.topic, topic)),
        next: events.at(-1)?.number ?? reset?.continuesAfter ?? after,
        isEnd: events.length < limit,
        reset,
      };
    },
  );
}

function addEventStream(server: Server, context: ServerContext): void {
  const { database, settings } = context;
  const feed = new EventFeed(database);
  const places = new StreamPlaces(settings.eventStreams, settings.eventStreamsOfCaller);
  const closing = new AbortController();
  const served = new Set<Readable>();
  measureStreams(server.metrics, feed, places);
  server.addHook("preClose", async () => {
    closing.abort();
    const ends = [...served].map((stream) => once(stream, "close", { signal: AbortSignal.timeout(CLOSING_PATIENCE) }));
    await Promise.allSettled(ends);
    await feed.close();
  });
  server.get(
    "/events",
    {
      config: { access: "read" },
      schema: {
        operationId: "streamEvents",
        tags: ["events"],
        summary: "Events as they happen (server-sent events)",
        querystring: EventStreamQuerySchema,
        headers: EventStreamHeadersSchema,
        response: {
          ...answers({}),
          200: {
            description:
              "Each message's `data` is an event as in the list; a message `reset` says why none can follow.",
            content: { "text/event-stream": { schema: { type: "string" } } },
          },
        },
      },
    },
    async (request, reply) => {
      const leave = places.take(callerOf(request).principalId);
      reply.raw.once("close", leave);
      await feed.start();
      const { after, reset } = await startOf(context, request.headers["last-event-id"] ?? request.query.lastEventId);
      const gone = new AbortController();
      reply.raw.once("close", () => gone.abort());
      const text = eventStream(feed, {
        after,
        reset,
        topics: request.query.topic,
        heartbeat: settings.eventHeartbeat,
        signal: AbortSignal.any([gone.signal, closing.signal]),
        mayContinue: () => mayContinue(context, request),
      });
      const stream = Readable.from(text, { objectMode: false });
      served.add(stream);
      stream.once("close", () => served.delete(stream));
      request.raw.socket.setTimeout?.(STALL_LIMIT);
      return reply.headers(STREAM_HEADERS).send(stream);
    },
  );
}

function measureStreams(registry: Registry, feed: EventFeed, places: StreamPlaces): void {
  const registers = [registry];
  new Gauge({
    name: "touchstone_event_streams",
    help: "Streams of events that are served",
    registers,
    collect() {
      this.set(places.taken);
    },
  });
  new Gauge({
    name: "touchstone_event_seen_number",
    help: "Number of the last event that this server has read for its streams; 0 until there was one",
    registers,
    collect() {
      this.set(feed.last);
    },
  });
}

/** Where a stream begins, and what has to be told first. */
async function startOf(
  { database }: ServerContext,
  given: number | undefined,
): Promise<{ after: number; reset: Reset | null }> {
  const last = await lastEventNumber(database.kysely);
  if (given === undefined) return { after: last, reset: null };
  // Of another database, or of one that was restored from a copy of an earlier day.
  if (given > last) return { after: last, reset: { reason: "unknown", continuesAfter: last } };
  return { after: given, reset: null };
}

/** Whoever is no longer let in sees no more events. Watching is no use of a session that would prolong it. */
async function mayContinue(context: ServerContext, request: FastifyRequest): Promise<boolean> {
  try {
    const caller = await authenticate(context, request, { prolongs: false });
    return caller?.rights.has("read") === true;
  } catch (error) {
    // A database that does not answer now says nothing about the caller.
    return !(error instanceof ServerError);
  }
}
