import type { FastifyInstance, FastifyRequest } from "fastify";
import fastifyPlugin from "fastify-plugin";
import { Gauge, Histogram, Registry } from "prom-client";
import type { ServerContext } from "../context.ts";
import { ServerError } from "../error.ts";
import { answers } from "../http/problem-schema.ts";
import { processMetrics } from "./process-metrics.ts";
import { RecordCounts } from "./record-counts.ts";

declare module "fastify" {
  interface FastifyInstance {
    /** What this server measures of itself; resources add their own. */
    metrics: Registry;
  }
}

/** Seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** Measures requests and answers `/metrics` in Prometheus' text format. */
export const metrics = fastifyPlugin(async (server: FastifyInstance, context: ServerContext) => {
  const { database, settings } = context;
  const registry = new Registry();
  server.decorate("metrics", registry);
  measureRequests(server, registry, settings.basePath);
  const counts = new RecordCounts(registry, database);
  const connections = new Gauge({
    name: "touchstone_database_connections",
    help: "Connections of the pool: in use, idle, or waited for",
    labelNames: ["state"],
    registers: [registry],
  });
  const isForAll = settings.metricsAccess === "loopback";
  server.get(
    `${settings.basePath}/metrics`,
    {
      config: { access: isForAll ? "public" : "read" },
      ...(isForAll ? { onRequest: requireLoopback } : {}),
      schema: {
        operationId: "getMetrics",
        tags: ["health"],
        summary: "Measurements of the server and counts of records, for Prometheus",
        response: {
          ...answers({}),
          200: { description: "Prometheus' text format.", content: { "text/plain": { schema: { type: "string" } } } },
        },
      },
    },
    async (_request, reply) => {
      await counts.update();
      const pool = database.connections();
      if (pool !== null) {
        connections.set({ state: "in use" }, pool.total - pool.idle);
        connections.set({ state: "idle" }, pool.idle);
        connections.set({ state: "waited for" }, pool.waiting);
      }
      const all = Registry.merge([registry, processMetrics()]);
      return reply.type(all.contentType).send(await all.metrics());
    },
  );
});

/** By route rather than by address, of which there is one for each record. */
function measureRequests(server: FastifyInstance, registry: Registry, basePath: string): void {
  const durations = new Histogram({
    name: "touchstone_http_request_duration_seconds",
    help: "Time from a request to the end of its answer; streams of events are left out",
    labelNames: ["method", "route", "status"],
    buckets: BUCKETS,
    registers: [registry],
  });
  server.addHook("onResponse", async (request, reply) => {
    if (String(reply.getHeader("content-type")).startsWith("text/event-stream")) return;
    const route = request.routeOptions.url?.slice(basePath.length) ?? "none";
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
}

/** Behind a proxy of this machine everybody comes from loopback. */
async function requireLoopback({ raw, headers }: FastifyRequest): Promise<void> {
  const isForwarded = headers["x-forwarded-for"] !== undefined || headers.forwarded !== undefined;
  if (!isForwarded && LOOPBACK.test(raw.socket.remoteAddress ?? "")) return;
  throw new ServerError("TS_FORBIDDEN", "metrics are for this machine alone; set metricsAccess to token for others");
}
