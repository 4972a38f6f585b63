import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import fastifyPlugin from "fastify-plugin";
import type { ServerSettings } from "../context.ts";
import { answerNotFound } from "../http/answer-errors.ts";

/** Files whose names change with what is in them. */
const NEVER_CHANGES = "public, max-age=31536000, immutable";
const ROUTE = { config: { access: "public" }, schema: { hide: true } } as const;

/**
 * Serves the dashboard: its page at every address that is none of the API, so that an address that somebody was sent opens
 * what the sender saw, and its scripts and styles below `assets/`. Both hold nothing of a laboratory, so they are open.
 */
export const dashboard = fastifyPlugin(async (server: FastifyInstance, settings: ServerSettings) => {
  const { basePath, dashboard: folder } = settings;
  if (folder === null) return;
  const page = withBase(readFileSync(join(folder, "index.html"), "utf8"), `${basePath}/`);
  await server.register(fastifyStatic, {
    root: join(folder, "assets"),
    serve: false,
    preCompressed: true,
    cacheControl: false,
  });
  server.get<{ Params: { readonly file: string } }>(`${basePath}/assets/:file`, ROUTE, (request, reply) =>
    reply.header("cache-control", NEVER_CHANGES).sendFile(request.params.file),
  );
  const answerPage = (request: FastifyRequest, reply: FastifyReply) => sendPage(page, settings, request, reply);
  server.get(`${basePath}/`, ROUTE, answerPage);
  server.get(`${basePath}/*`, ROUTE, answerPage);
  if (basePath !== "") server.get(basePath, ROUTE, (_, reply) => reply.redirect(`${basePath}/`));
});

function sendPage(page: string, settings: ServerSettings, request: FastifyRequest, reply: FastifyReply): unknown {
  const path = request.url.slice(settings.basePath.length);
  if (/^\/(api|tower)(\/|\?|$)/.test(path)) return answerNotFound(request, reply);
  const nonce = randomBytes(16).toString("base64");
  return reply
    .header("content-security-policy", policy(nonce))
    .type("text/html; charset=utf-8")
    .send(page.replaceAll("NONCE", nonce));
}

/** Scripts of this server alone; style sheets too, and those that carry the answer's nonce. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The page names its files from where the server is, whatever the address that shows it. */
function withBase(html: string, base: string): string {
  return html.replace("<head>", `<head>\n    <base href="${base}">`);
}
