import { Type } from "@sinclair/typebox";
import type { Caller } from "../access/caller.ts";
import type { ServerContext } from "../context.ts";
import { notFound, ServerError } from "../error.ts";
import { callerOf } from "../http/access-control.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageOf, pageQuery, readCursor, toPage } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { findPrincipal } from "../principals/queries.ts";
import { perform } from "../writing/perform.ts";
import { createToken } from "./create-token.ts";
import { CreatedTokenSchema, NewTokenSchema, TokenSchema, tokenColumns, toToken } from "./schema.ts";

/** Tokens: everybody's own, and everybody's to an admin. */
export function addTokenRoutes(server: Server, context: ServerContext): void {
  const tags = ["tokens"];
  server.get(
    "/tokens",
    {
      config: { access: "signed in" },
      schema: {
        operationId: "listTokens",
        tags,
        summary: "My tokens, or everybody's to an admin; newest first",
        querystring: Type.Object(pageQuery, { additionalProperties: false }),
        response: answers({ 200: pageOf(TokenSchema) }),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { limit, cursor } = request.query;
      const after = readCursor(cursor, ["id"]);
      const rows = await context.database.kysely
        .selectFrom("api_token")
        .select(tokenColumns)
        .$if(!caller.rights.has("admin"), (query) => query.where("principal_id", "=", caller.principalId))
        .$if(after !== null, (query) => query.where("id", "<", String(after?.[0])))
        .orderBy("id", "desc")
        .limit(limit + 1)
        .execute();
      return toPage(rows, limit, ({ id }) => [id], toToken);
    },
  );
  server.post(
    "/tokens",
    {
      config: { access: "signed in" },
      schema: {
        operationId: "createToken",
        tags,
        summary: "Make a token; the answer holds it, and no other ever will",
        body: NewTokenSchema,
        response: answers({ 201: CreatedTokenSchema }),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { name, scopes, expiresAt, principalId = caller.principalId } = request.body;
      requireOwnOrAdmin(caller, principalId);
      await requireOwnOrProgram(context, caller, principalId);
      // A token that leaked must not be able to make itself another one.
      if (caller.credential.kind === "token" && !caller.rights.has("admin")) {
        throw new ServerError("TS_FORBIDDEN", "sign in to make a token: a token makes none");
      }
      const created = await perform(context, caller, (writing) =>
        createToken(writing, {
          principalId,
          name,
          scopes,
          ...(expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt) }),
        }),
      );
      return reply.code(201).send(created);
    },
  );
  server.delete(
    "/tokens/:id",
    {
      config: { access: "signed in" },
      schema: {
        operationId: "revokeToken",
        tags,
        summary: "Revoke a token, at once and for good",
        params: Type.Object({ id: IdSchema }),
        response: answers({ 200: TokenSchema }),
      },
    },
    async (request) => {
      const caller = callerOf(request);
      const { id } = request.params;
      return perform(context, caller, async ({ transaction, at, record }) => {
        const found = await transaction
          .selectFrom("api_token")
          .select(tokenColumns)
          .where("id", "=", id)
          .executeTakeFirst();
        if (found === undefined) throw notFound("token", id);
        requireOwnOrAdmin(caller, found.principal_id);
        if (found.revoked_at !== null) return toToken(found);
        await transaction.updateTable("api_token").set({ revoked_at: at }).where("id", "=", id).execute();
        const revoked = toToken({ ...found, revoked_at: at });
        record({ action: "token.revoke", subject: { kind: "token", id }, old: toToken(found), new: revoked });
        return revoked;
      });
    },
  );
}

/** What a token does stands under the name of whom it belongs to: nobody, admins included, acts as another person. */
async function requireOwnOrProgram({ database }: ServerContext, caller: Caller, principalId: string): Promise<void> {
  if (caller.principalId === principalId) return;
  const { kind } = await findPrincipal(database.kysely, principalId);
  if (kind === "person") throw new ServerError("TS_FORBIDDEN", "a person's tokens are made by that person alone");
}

function requireOwnOrAdmin(caller: Caller, principalId: string): void {
  if (caller.rights.has("admin") || caller.principalId === principalId) return;
  throw new ServerError("TS_FORBIDDEN", "this is somebody else's: it needs the right to admin");
}
