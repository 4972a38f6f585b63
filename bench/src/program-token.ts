import { createToken, perform, type Scope, type ServerContext } from "@touchstone/server";
import { newId } from "@touchstone/store";

/** A token of a new program with these scopes. */
export async function programToken(context: ServerContext, scopes: Scope[]): Promise<string> {
  const principalId = newId();
  await context.database.kysely
    .insertInto("principal")
    .values({ id: principalId, kind: "service", name: "bench", printed_name: "bench" })
    .execute();
  const { token } = await perform(context, null, (writing) =>
    createToken(writing, { principalId, name: "bench", scopes }),
  );
  return token;
}
