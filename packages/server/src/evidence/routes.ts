import { buildEvidenceBundle } from "@touchstone/evidence";
import type { ServerContext } from "../context.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { RunParams } from "../runs/routes.ts";
import { gatherEvidence } from "./gather-evidence.ts";

const bundle = {
  description: "The bundle; the same bytes as long as nothing that it tells of changes.",
  content: { "application/zip": { schema: { type: "string", format: "binary" } } },
};

/** Evidence bundles: all that a run's results rest on, in one file that is checked without the server. */
export function addEvidenceRoutes(server: Server, context: ServerContext): void {
  server.get(
    "/runs/:run/evidence",
    {
      config: { access: "audit", rateLimit: { max: 30, timeWindow: 60_000 } },
      schema: {
        operationId: "getRunEvidence",
        tags: ["audit"],
        summary: "The evidence bundle of a run, to check with `touchstone evidence verify`",
        params: RunParams,
        response: answers({ 200: bundle as never }),
      },
    },
    async (request, reply) => {
      const content = await gatherEvidence(context, request.params.run);
      const bytes = buildEvidenceBundle(content, context.anchoring?.key ?? null);
      const fileName = `evidence-${content.run.run.name.replaceAll(/[^A-Za-z0-9._-]/g, "_")}.zip`;
      return reply
        .type("application/zip")
        .header("content-disposition", `attachment; filename="${fileName}"`)
        .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) as never);
    },
  );
}
