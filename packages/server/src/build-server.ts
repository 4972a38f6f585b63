import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import { newId } from "@touchstone/store";
import fastify from "fastify";
import type { ServerContext } from "./context.ts";
import { dashboard } from "./dashboard/dashboard.ts";
import { accessControl } from "./http/access-control.ts";
import { answerError, answerNotFound } from "./http/answer-errors.ts";
import { refuseCrossSite } from "./http/cross-site.ts";
import { limitRequests } from "./http/limit-requests.ts";
import { type Logging, loggingOptions } from "./http/log.ts";
import { openApi } from "./http/openapi.ts";
import { requirePlainValues } from "./http/plain-values.ts";
import { ProblemSchema } from "./http/problem-schema.ts";
import { refuseMethods } from "./http/refuse-methods.ts";
import type { Server } from "./http/route-schema.ts";
import { compileValidator } from "./http/validation.ts";
import { metrics } from "./metrics/metrics.ts";
import { addTowerRoutes } from "./nextflow/tower-routes.ts";
import { addRoutes } from "./routes.ts";

const REQUEST_TIMEOUT = 120_000;

/**
 * The API over the records, ready to listen or to be asked by `inject`.
 *
 * @param logging pino, or its options; no log unless given. What callers show to be let in is never logged.
 */
export async function buildServer(context: ServerContext, logging: Logging = false): Promise<Server> {
  const { settings } = context;
  const server = fastify({
    ...loggingOptions(logging),
    bodyLimit: settings.bodyLimit,
    trustProxy: settings.trustedProxies.length === 0 ? false : [...settings.trustedProxies],
    genReqId: () => newId(),
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: answerError, // of addresses that lead to no route, so that no hook sees them
    requestTimeout: REQUEST_TIMEOUT,
    forceCloseConnections: true,
  }) as unknown as Server;
  server.setValidatorCompiler(compileValidator as never);
  server.setErrorHandler(answerError);
  server.setNotFoundHandler(answerNotFound);
  server.addSchema(ProblemSchema);
  // Forms of other sites can send it without being asked; nothing here is plain text.
  server.removeContentTypeParser("text/plain");
  server.addHook("onRequest", async (request, reply) => {
    // Records of people and of patients' samples: kept by no browser and no proxy.
    reply.header("cache-control", "no-store");
    refuseCrossSite(request, settings);
  });
  server.addHook("preValidation", async (request) => requirePlainValues(request));
  await server.register(cookie);
  await server.register(helmet, { hsts: settings.secureCookies });
  await server.register(refuseMethods, settings);
  await server.register(accessControl, context);
  await server.register(openApi, settings);
  await server.register(limitRequests, settings);
  await server.register(metrics, context);
  const addAll = async (prefixed: unknown) => addRoutes(prefixed as Server, context);
  await server.register(addAll, { prefix: `${settings.basePath}/api/v1` });
  const addTower = async (prefixed: unknown) => addTowerRoutes(prefixed as Server, context);
  await server.register(addTower, { prefix: `${settings.basePath}/tower` });
  await server.register(dashboard, settings);
  await server.ready();
  return server;
}
