import type { FastifyInstance } from "fastify";
import fastifyPlugin from "fastify-plugin";
import type { ServerSettings } from "../context.ts";
import { ServerError } from "../error.ts";
import { documentationPath } from "./access-control.ts";

/** An address of the API, in parts, and what may be done there. */
interface Address {
  readonly parts: readonly string[];
  readonly methods: Set<string>;
}

/**
 * Tells a method that an address does not take from an address that does not exist (RFC 9110, 15.5.6): the answer names
 * the methods that it takes. Knows the routes that are added after it.
 */
export const refuseMethods = fastifyPlugin(async (server: FastifyInstance, settings: ServerSettings) => {
  const addresses = new Map<string, Address>();
  const documentation = documentationPath(settings);
  server.addHook("onRoute", ({ url, method }) => {
    if (url.startsWith(documentation)) return;
    const address = addresses.get(url) ?? { parts: url.split("/"), methods: new Set() };
    for (const one of [method].flat()) address.methods.add(one);
    addresses.set(url, address);
  });
  server.addHook("onRequest", async (request, reply) => {
    if (!request.is404) return;
    const path = request.url.split("?")[0] ?? "";
    const parts = path.split("/");
    const methods = [...addresses.values()]
      .filter((address) => isAt(parts, address))
      .flatMap((one) => [...one.methods]);
    if (methods.length === 0) return;
    const allowed = [...new Set(methods)].sort().join(", ");
    reply.header("allow", allowed);
    throw new ServerError("TS_METHOD_NOT_ALLOWED", `${path} takes ${allowed}, not ${request.method}`);
  });
});

function isAt(parts: readonly string[], address: Address): boolean {
  if (parts.length !== address.parts.length) return false;
  return address.parts.every((part, place) => (part.startsWith(":") ? parts[place] !== "" : part === parts[place]));
}
