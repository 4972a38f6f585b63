import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import fastifyPlugin from "fastify-plugin";
import type { ServerSettings } from "../context.ts";
import { ServerError } from "../error.ts";

/** Bounds how many requests one caller, or one address without a caller, may make in a minute on this replica. */
export const limitRequests = fastifyPlugin(async (server: FastifyInstance, settings: ServerSettings) => {
  await server.register(rateLimit, {
    max: settings.requestsPerMinute,
    timeWindow: 60_000,
    hook: "preHandler", // when it is known who asks
    keyGenerator: (request) => request.caller?.principalId ?? request.ip,
    errorResponseBuilder: (_request, { ttl, max }) => {
      const message = `more than ${max} requests in a minute`;
      return new ServerError("TS_TOO_MANY_REQUESTS", message, { retryAfter: ttl / 1000 });
    },
  });
});
