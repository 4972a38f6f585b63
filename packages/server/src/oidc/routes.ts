import { Type } from "@sinclair/typebox";
import type { FastifyReply, FastifyRequest } from "fastify";
import { sessionOf } from "../access/caller.ts";
import { startSession } from "../access/start-session.ts";
import type { ServerContext } from "../context.ts";
import { notFound, ServerError } from "../error.ts";
import { callerOf } from "../http/access-control.ts";
import { orNull } from "../http/field-schemas.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { giveSession } from "../sessions/routes.ts";
import { perform } from "../writing/perform.ts";
import { beginSignIn } from "./begin-sign-in.ts";
import { findPerson } from "./find-person.ts";
import { forwardingPage } from "./forwarding-page.ts";
import { OidcProvider } from "./provider.ts";
import { providerTime } from "./provider-time.ts";
import { reauthenticate } from "./reauthenticate.ts";
import { ReturnToSchema, readReturnTo } from "./return-to.ts";
import { setStateCookie, takeStateCookie } from "./state-cookie.ts";
import { takeSignIn, type VouchedSignIn } from "./take-sign-in.ts";

const CALLBACK = "/session/oidc/callback";
const tags = ["session"];
const rateLimit = { max: 30, timeWindow: 60_000, hook: "onRequest" } as const;
const redirect = { type: "null", description: "To the provider.", headers: { location: { type: "string" } } };
const page = {
  description: "A page that leads on to where the sign-in began.",
  content: { "text/html": { schema: { type: "string" } } },
};

/** What a provider answers with (OpenID Connect Core 1.0, 3.1.2.5 and 3.1.2.6; RFC 9207); it may add more. */
const AnswerSchema = Type.Object({
  code: Type.Optional(Type.String()),
  state: Type.Optional(Type.String()),
  iss: Type.Optional(Type.String()),
  error: Type.Optional(Type.String()),
  error_description: Type.Optional(Type.String()),
});

/** Signing in with an OpenID Connect provider, and proving to it anew who one is. */
export function addOidcRoutes(server: Server, context: ServerContext): void {
  const { settings } = context;
  const provider = settings.oidc === null ? null : new OidcProvider(settings.oidc);
  const begin = async (request: FastifyRequest, reply: FastifyReply, returnTo: string, sessionId: string | null) => {
    const redirectUri = `${publicUrlOf(context, request)}/api/v1${CALLBACK}`;
    const { url, state } = await beginSignIn(context, needed(provider), { redirectUri, returnTo, sessionId });
    setStateCookie(reply, settings, state);
    return url;
  };
  server.get(
    "/session/methods",
    {
      config: { access: "public" },
      schema: {
        operationId: "listSignInMethods",
        tags,
        summary: "How people sign in here",
        response: answers({
          200: Type.Object({
            password: Type.Boolean(),
            oidc: orNull(Type.Object({ issuer: Type.String() })),
          }),
        }),
      },
    },
    async () => ({ password: true, oidc: settings.oidc === null ? null : { issuer: settings.oidc.issuer } }),
  );
  server.get(
    "/session/oidc",
    {
      config: { access: "public", rateLimit },
      schema: {
        operationId: "beginOidcSignIn",
        tags,
        summary: "Go to the provider to sign in; for browsers",
        querystring: Type.Object({ returnTo: Type.Optional(ReturnToSchema) }, { additionalProperties: false }),
        response: answers({ 302: redirect as never }),
      },
    },
    async (request, reply) => {
      const returnTo = readReturnTo("/query/returnTo", request.query.returnTo, settings.basePath);
      const url = await begin(request, reply, returnTo, null);
      return reply.redirect(url.href, 302);
    },
  );
  server.post(
    "/session/reauthentication",
    {
      config: { access: "signed in", rateLimit },
      schema: {
        operationId: "beginReauthentication",
        tags,
        summary: "Prove to the provider anew who I am, for one signature",
        body: Type.Object({ returnTo: Type.Optional(ReturnToSchema) }, { additionalProperties: false }),
        response: answers({ 200: Type.Object({ url: Type.String({ description: "Where the browser has to go." }) }) }),
      },
    },
    async (request, reply) => {
      const { sessionId, method } = sessionOf(callerOf(request));
      if (method === "password") throw new ServerError("TS_CONFLICT", "give your password with the signature instead");
      const returnTo = readReturnTo("/body/returnTo", request.body.returnTo, settings.basePath);
      const url = await begin(request, reply, returnTo, sessionId);
      return { url: url.href };
    },
  );
  server.get(
    CALLBACK,
    {
      config: { access: "public", rateLimit },
      schema: {
        operationId: "finishOidcSignIn",
        tags,
        summary: "Where the provider leads back to; for browsers",
        querystring: AnswerSchema,
        response: answers({ 200: page as never }),
      },
    },
    async (request, reply) => {
      const url = new URL(`${publicUrlOf(context, request)}/api/v1${CALLBACK}${searchOf(request.url)}`);
      const cookieState = takeStateCookie(request, reply, settings);
      const vouched = await takeSignIn(context, needed(provider), { url, cookieState }).catch((error) => {
        request.log.warn({ err: error }, "a sign-in with the provider was refused");
        throw error;
      });
      if (vouched.sessionId === null) await startVouchedSession(context, reply, vouched);
      else await noteReauthentication(context, vouched);
      return reply.type("text/html; charset=utf-8").send(forwardingPage(vouched.returnTo) as never);
    },
  );
}

async function startVouchedSession(context: ServerContext, reply: FastifyReply, vouched: VouchedSignIn): Promise<void> {
  const { claims } = vouched;
  const mapping = context.settings.oidc?.roleMapping ?? null;
  const person = await perform(context, null, (writing) => findPerson(writing, claims, mapping));
  if (person instanceof ServerError) throw person;
  const started = await perform(context, person, async ({ transaction, record }) => {
    record({ action: "session.start", subject: { kind: "principal", id: person.id } });
    return startSession(transaction, context, {
      principalId: person.id,
      method: "oidc",
      providerAuthenticatedAt: providerTime(claims),
    });
  });
  giveSession(reply, context, started);
}

async function noteReauthentication(context: ServerContext, vouched: VouchedSignIn): Promise<void> {
  const { claims } = vouched;
  const person = await context.database.kysely
    .selectFrom("principal")
    .select("name")
    .where("oidc_issuer", "=", claims.iss)
    .where("oidc_subject", "=", claims.sub)
    .executeTakeFirst();
  const refused = await perform(context, person ?? null, (writing) => reauthenticate(writing, vouched));
  if (refused !== null) throw refused;
}

/** The address of the base path as the browser knows it: as settings say, else as the request does. */
function publicUrlOf({ settings }: ServerContext, { protocol, host }: FastifyRequest): string {
  return settings.publicUrl?.replace(/\/+$/, "") ?? `${protocol}://${host}${settings.basePath}`;
}

function searchOf(url: string): string {
  const start = url.indexOf("?");
  return start < 0 ? "" : url.slice(start);
}

function needed(provider: OidcProvider | null): OidcProvider {
  if (provider === null) throw notFound("provider to sign in with", "configured here");
  return provider;
}
