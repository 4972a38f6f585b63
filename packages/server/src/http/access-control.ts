import type { FastifyInstance } from "fastify";
import fastifyPlugin from "fastify-plugin";
import { authenticate } from "../access/authenticate.ts";
import type { Caller } from "../access/caller.ts";
import type { Access } from "../access/rights.ts";
import type { ServerContext, ServerSettings } from "../context.ts";
import { ServerError } from "../error.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who makes the request; null on public routes for those who show nothing. */
    caller: Caller | null;
  }
  interface FastifyContextConfig {
    /** What the route asks of its caller. A route that does not say is refused at start. */
    access?: Access;
  }
}

/**
 * Lets a request through to its handler only when its caller may. Every route has to say what it asks for, so that none
 * is open by omission; the OpenAPI document repeats it as `x-touchstone-access`. The pages that show that document are
 * open: they hold nothing of a laboratory.
 */
export const accessControl = fastifyPlugin(async (server: FastifyInstance, context: ServerContext) => {
  server.decorateRequest("caller", null);
  const documentation = documentationPath(context.settings);
  server.addHook("onRoute", (route) => {
    if (route.url.startsWith(documentation)) route.config = { ...route.config, access: "public" };
    const access = route.config?.access;
    if (access === undefined) {
      throw new ServerError("TS_INTERNAL", `the route ${route.method} ${route.url} does not say who may use it`);
    }
    if (route.schema === undefined) return;
    const security = access === "public" ? [] : [{ token: [] }, { session: [] }];
    Object.assign(route.schema, { security, "x-touchstone-access": access });
  });
  server.addHook("onRequest", async (request) => {
    const { access } = request.routeOptions.config;
    if (access === "public" || request.is404) return;
    if (access === undefined) throw new ServerError("TS_INTERNAL", "the route does not say who may use it");
    request.caller = await authenticate(context, request);
    requireAccess(request.caller, access);
  });
});

/** Where the OpenAPI document is shown. */
export function documentationPath({ basePath }: Pick<ServerSettings, "basePath">): string {
  return `${basePath}/api/docs`;
}

function requireAccess(caller: Caller | null, access: Access): void {
  if (caller === null) throw new ServerError("TS_UNAUTHENTICATED", "this needs a token, or a session");
  if (access === "public" || access === "signed in" || caller.rights.has(access)) return;
  throw new ServerError("TS_FORBIDDEN", `${caller.name} may not do this: it needs the right to ${access}`);
}

/** The caller of a route that asks for one. */
export function callerOf({ caller }: { readonly caller: Caller | null }): Caller {
  if (caller === null) throw new ServerError("TS_UNAUTHENTICATED", "this needs a token, or a session");
  return caller;
}
