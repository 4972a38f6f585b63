import { Type } from "@sinclair/typebox";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Caller, sessionOf } from "../access/caller.ts";
import { checkPassword } from "../access/check-password.ts";
import { networkOf } from "../access/network-of.ts";
import { csrfTokenOf, secretHash } from "../access/secret.ts";
import { clearSessionCookie, sessionCookieName, setSessionCookie } from "../access/session-cookie.ts";
import { type StartedSession, startSession } from "../access/start-session.ts";
import type { ServerContext } from "../context.ts";
import { callerOf } from "../http/access-control.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageOf, pageQuery } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { perform } from "../writing/perform.ts";
import { changePassword } from "./change-password.ts";
import { endSession, endSessions } from "./end-sessions.ts";
import { listSessions } from "./list-sessions.ts";
import {
  type CallerAnswer,
  CallerSchema,
  EndedSchema,
  PasswordChangeSchema,
  SessionSchema,
  SignInSchema,
  type StartedAnswer,
  StartedSchema,
} from "./schema.ts";

/** What asks for a password, before anything is known of who asks: small requests, and few of one address. */
const OF_PASSWORDS = { bodyLimit: 16 * 1024, rateLimit: { max: 20, timeWindow: 60_000, hook: "onRequest" } } as const;
const tags = ["session"];

/** Signing in and out with a local account, who one is, and one's sessions. */
export function addSessionRoutes(server: Server, context: ServerContext): void {
  addCurrentSession(server, context);
  addSessions(server, context);
  server.put(
    "/session/password",
    {
      bodyLimit: OF_PASSWORDS.bodyLimit,
      config: { access: "signed in", rateLimit: OF_PASSWORDS.rateLimit },
      schema: {
        operationId: "changePassword",
        tags,
        summary: "Replace my password; all my other sessions end",
        body: PasswordChangeSchema,
        response: answers({ 204: Type.Null() }),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      await changePassword(context, caller, sessionOf(caller), request.body);
      return reply.code(204).send(null);
    },
  );
}

function addCurrentSession(server: Server, context: ServerContext): void {
  server.post(
    "/session",
    {
      bodyLimit: OF_PASSWORDS.bodyLimit,
      config: { access: "public", rateLimit: OF_PASSWORDS.rateLimit },
      schema: {
        operationId: "signIn",
        tags,
        summary: "Sign in with a local account",
        body: SignInSchema,
        response: answers({ 201: StartedSchema }),
      },
    },
    async (request, reply) => {
      const { name, password } = request.body;
      const person = await checkPassword(context, { name, source: { network: networkOf(request.ip) } }, password);
      const started = await perform(context, person, async ({ transaction, record, at }) => {
        const old = request.cookies[sessionCookieName(context.settings)];
        if (old !== undefined) {
          // The browser forgets it, so nobody else should be able to use it.
          await transaction
            .updateTable("session")
            .set({ ended_at: at })
            .where("token_sha256", "=", secretHash(old))
            .where("ended_at", "is", null)
            .execute();
        }
        record({ action: "session.start", subject: { kind: "principal", id: person.id } });
        return startSession(transaction, context, { principalId: person.id, method: "password" });
      });
      return reply.code(201).send(giveSession(reply, context, started));
    },
  );
  server.get(
    "/session",
    {
      config: { access: "signed in" },
      schema: { operationId: "getCaller", tags, summary: "Who I am", response: answers({ 200: CallerSchema }) },
    },
    async (request) => describeCaller(context, request, callerOf(request)),
  );
  server.delete(
    "/session",
    {
      config: { access: "signed in" },
      schema: { operationId: "signOut", tags, summary: "Sign out", response: answers({ 204: Type.Null() }) },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { credential } = caller;
      if (credential.kind === "session") {
        await perform(context, caller, (writing) => endSession(writing, caller, credential.sessionId));
        clearSessionCookie(reply, context.settings);
      }
      return reply.code(204).send(null);
    },
  );
}

function addSessions(server: Server, context: ServerContext): void {
  server.get(
    "/sessions",
    {
      config: { access: "signed in" },
      schema: {
        operationId: "listSessions",
        tags,
        summary: "My sessions that are in use, newest first",
        querystring: Type.Object(pageQuery, { additionalProperties: false }),
        response: answers({ 200: pageOf(SessionSchema) }),
      },
    },
    (request) => {
      const caller = callerOf(request);
      const { sessionId } = sessionOf(caller);
      const query = { ...request.query, principalId: caller.principalId };
      return listSessions(context.database.kysely, query, context.now(), sessionId);
    },
  );
  server.delete(
    "/sessions",
    {
      config: { access: "signed in" },
      schema: {
        operationId: "endSessions",
        tags,
        summary: "Sign out everywhere",
        response: answers({ 200: EndedSchema }),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      sessionOf(caller);
      const ended = await perform(context, caller, (writing) => endSessions(writing, caller));
      clearSessionCookie(reply, context.settings);
      return reply.send({ ended });
    },
  );
  server.delete(
    "/sessions/:id",
    {
      config: { access: "signed in" },
      schema: {
        operationId: "endSession",
        tags,
        summary: "End one of my sessions, or anybody's as an admin",
        params: Type.Object({ id: IdSchema }),
        response: answers({ 204: Type.Null() }),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      await perform(context, caller, (writing) => endSession(writing, caller, request.params.id));
      return reply.code(204).send(null);
    },
  );
}

/** Puts the session into the browser's cookie and returns what its page has to know. */
export function giveSession(
  reply: FastifyReply,
  { settings }: ServerContext,
  { token, csrfToken, expiresAt }: StartedSession,
): StartedAnswer {
  setSessionCookie(reply, settings, token, expiresAt);
  return { csrfToken, expiresAt: expiresAt.toISOString() };
}

function describeCaller({ settings }: ServerContext, request: FastifyRequest, caller: Caller): CallerAnswer {
  const { principalId, name, printedName, credential } = caller;
  const cookie = credential.kind === "session" ? request.cookies[sessionCookieName(settings)] : undefined;
  return {
    principalId,
    name,
    printedName,
    roles: [...caller.roles],
    rights: [...caller.rights],
    credential: credential.kind,
    csrfToken: cookie === undefined ? null : csrfTokenOf(cookie),
  };
}
