import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import { newId } from "@touchstone/store";
import fastify, { type FastifyServerOptions } from "fastify";
import type { ServerContext } from "./context.ts";
import { accessControl } from "./http/access-control.ts";
import { answerError, answerNotFound } from "./http/answer-errors.ts";
import { limitRequests } from "./http/limit-requests.ts";
import { openApi } from "./http/openapi.ts";
import { ProblemSchema } from "./http/problem-schema.ts";
import type { Server } from "./http/route-schema.ts";
import { compileValidator } from "./http/validation.ts";
import { metrics } from "./metrics/metrics.ts";
import { addRoutes } from "./routes.ts";

const REQUEST_TIMEOUT = 120_000;

/**
 * The API over the records, ready to listen or to be asked by `inject`.
 *
 * @param logger pino, or its options; no log unless given. What callers show to be let in is never logged.
 */
export async function buildServer(
  context: ServerContext,
  logger: NonNullable<FastifyServerOptions["logger"]> = false,
): Promise<Server> {
  const { settings } = context;
  const server = fastify({
    logger,
    bodyLimit: settings.bodyLimit,
    trustProxy: settings.trustedProxies.length === 0 ? false : [...settings.trustedProxies],
    genReqId: () => newId(),
    routerOptions: { maxParamLength: 500 },
    requestTimeout: REQUEST_TIMEOUT,
    forceCloseConnections: true,
  }) as unknown as Server;
  server.setValidatorCompiler(compileValidator as never);
  server.setErrorHandler(answerError);
  server.setNotFoundHandler(answerNotFound);
  server.addSchema(ProblemSchema);
  await server.register(cookie);
  await server.register(helmet, { hsts: settings.secureCookies });
  await server.register(openApi, settings);
  await server.register(accessControl, context);
  await server.register(limitRequests, settings);
  await server.register(metrics, context);
  const addAll = async (prefixed: unknown) => addRoutes(prefixed as Server, context);
  await server.register(addAll, { prefix: `${settings.basePath}/api/v1` });
  await server.ready();
  return server;
}
