import { Type } from "@sinclair/typebox";
import type { ServerContext } from "../context.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { checkReadiness, ReadinessSchema } from "./readiness.ts";

/** `/health` for whoever restarts what hangs, `/health/ready` for whoever sends requests here. */
export function addHealthRoutes(server: Server, context: ServerContext): void {
  server.get(
    "/health",
    {
      config: { access: "public", rateLimit: false },
      schema: {
        operationId: "getHealth",
        tags: ["health"],
        summary: "Whether the process answers",
        response: answers({ 200: Type.Object({ status: Type.Literal("ok"), version: Type.String() }) }),
      },
    },
    async () => ({ status: "ok" as const, version: context.settings.touchstone }),
  );
  server.get(
    "/health/ready",
    {
      config: { access: "public", rateLimit: false },
      schema: {
        operationId: "getReadiness",
        tags: ["health"],
        summary: "Whether database, files and migrations can be used",
        response: answers({ 200: ReadinessSchema, 503: ReadinessSchema }),
      },
    },
    async (_request, reply) => {
      const readiness = await checkReadiness(context);
      return reply.code(readiness.status === "ready" ? 200 : 503).send(readiness);
    },
  );
}
