import { buildServer } from "./build-server.ts";
import { defaultSettings, type ServerContext } from "./context.ts";

/** The OpenAPI 3.1 document of the whole API. No records are needed: nothing is asked for. */
export async function openApiDocument(touchstone: string): Promise<object> {
  const settings = { ...defaultSettings, touchstone };
  const server = await buildServer({ settings, now: () => new Date() } as ServerContext);
  const document = server.swagger();
  await server.close();
  return document;
}
