import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import fastifyPlugin from "fastify-plugin";
import { sessionCookieName } from "../access/session-cookie.ts";
import type { ServerSettings } from "../context.ts";
import { documentationPath } from "./access-control.ts";
import { corrected } from "./openapi-corrections.ts";

/** Serves the OpenAPI document of all routes added after it, and a page to read and try it. */
export const openApi = fastifyPlugin(async (server: FastifyInstance, settings: ServerSettings) => {
  await server.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Touchstone",
        version: settings.touchstone,
        description:
          "Runs, comparisons with truth, control measurements, verdicts, dispositions, alerts and the audit trail.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: settings.basePath === "" ? "/" : settings.basePath }],
      components: {
        securitySchemes: {
          token: { type: "http", scheme: "bearer", description: "A token made by `touchstone token create`." },
          session: {
            type: "apiKey",
            in: "cookie",
            name: sessionCookieName(settings),
            description: "Of people who signed in.",
          },
        },
      },
    },
    transformObject: (document) => {
      if (!("openapiObject" in document)) return document.swaggerObject;
      return JSON.parse(JSON.stringify(document.openapiObject), corrected);
    },
    refResolver: { buildLocalReference: ({ $id }, _base, _fragment, index) => String($id ?? `schema-${index}`) },
  });
  await server.register(swaggerUi, {
    routePrefix: documentationPath(settings),
    staticCSP: true,
    uiConfig: { deepLinking: true },
  });
});
