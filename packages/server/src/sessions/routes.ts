import { type Static, Type } from "@sinclair/typebox";
import type { FastifyReply } from "fastify";
import type { Caller } from "../access/caller.ts";
import { checkPassword } from "../access/check-password.ts";
import { rights, roles } from "../access/rights.ts";
import { clearSessionCookie, setSessionCookie } from "../access/session-cookie.ts";
import { type StartedSession, startSession } from "../access/start-session.ts";
import type { ServerContext } from "../context.ts";
import { callerOf } from "../http/access-control.ts";
import { IdSchema, MomentOutSchema } from "../http/field-schemas.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { perform } from "../writing/perform.ts";

const CallerSchema = Type.Object({
  principalId: IdSchema,
  name: Type.String(),
  printedName: Type.String(),
  roles: Type.Array(Type.Union(roles.map((role) => Type.Literal(role)))),
  rights: Type.Array(Type.Union(rights.map((right) => Type.Literal(right)))),
  credential: Type.Union([Type.Literal("token"), Type.Literal("session")]),
});

const StartedSchema = Type.Object({
  csrfToken: Type.String({ description: "To send as x-csrf-token with every request that changes something." }),
  expiresAt: MomentOutSchema,
});

/** Signing in and out with a local account, and who one is. */
export function addSessionRoutes(server: Server, context: ServerContext): void {
  const tags = ["session"];
  server.post(
    "/session",
    {
      config: { access: "public", rateLimit: { max: 20, timeWindow: 60_000 } },
      schema: {
        operationId: "signIn",
        tags,
        summary: "Sign in with a local account",
        body: Type.Object(
          { name: Type.String({ maxLength: 200 }), password: Type.String({ maxLength: 1024 }) },
          { additionalProperties: false },
        ),
        response: answers({ 201: StartedSchema }),
      },
    },
    async ({ body }, reply) => {
      const person = await checkPassword(context, body.name, body.password);
      const started = await perform(context, person, async ({ transaction, record }) => {
        record({ action: "session.start", subject: { kind: "principal", id: person.id } });
        return startSession(transaction, context, person.id, "password");
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
    async (request) => describeCaller(callerOf(request)),
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
        await perform(context, caller, async ({ transaction, at, record }) => {
          await transaction
            .updateTable("session")
            .set({ ended_at: at })
            .where("id", "=", credential.sessionId)
            .execute();
          record({ action: "session.end", subject: { kind: "principal", id: caller.principalId } });
        });
        clearSessionCookie(reply, context.settings);
      }
      return reply.code(204).send(null);
    },
  );
}

/** Puts the session into the browser's cookie and returns what its page has to know. */
export function giveSession(
  reply: FastifyReply,
  { settings }: ServerContext,
  { token, csrfToken, expiresAt }: StartedSession,
): Static<typeof StartedSchema> {
  setSessionCookie(reply, settings, token, expiresAt);
  return { csrfToken, expiresAt: expiresAt.toISOString() };
}

function describeCaller(caller: Caller): Static<typeof CallerSchema> {
  const { principalId, name, printedName, credential } = caller;
  return {
    principalId,
    name,
    printedName,
    roles: [...caller.roles],
    rights: [...caller.rights],
    credential: credential.kind,
  };
}
