import { addAlertRoutes } from "./alerts/routes.ts";
import { addArtifactRoutes } from "./artifacts/routes.ts";
import { addAssayRoutes } from "./assays/routes.ts";
import { addAuditRoutes } from "./audit/routes.ts";
import { addConcordanceRoutes } from "./concordance/routes.ts";
import type { ServerContext } from "./context.ts";
import { addDispositionRoutes } from "./dispositions/routes.ts";
import { addEventRoutes } from "./events/routes.ts";
import { addHealthRoutes } from "./health/routes.ts";
import type { Server } from "./http/route-schema.ts";
import { addOidcRoutes } from "./oidc/routes.ts";
import { addPrincipalRoutes } from "./principals/routes.ts";
import { addReproducibilityRoutes } from "./reproducibility/routes.ts";
import { addRunRoutes } from "./runs/routes.ts";
import { addSessionRoutes } from "./sessions/routes.ts";
import { addTaskRoutes } from "./tasks/routes.ts";
import { addThresholdRoutes } from "./thresholds/routes.ts";
import { addTimelineRoutes } from "./timeline/routes.ts";
import { addTokenRoutes } from "./tokens/routes.ts";
import { addTruthSetRoutes } from "./truth-sets/routes.ts";

/** Adds the routes of every resource. */
export function addRoutes(server: Server, context: ServerContext): void {
  addHealthRoutes(server, context);
  addSessionRoutes(server, context);
  addOidcRoutes(server, context);
  addPrincipalRoutes(server, context);
  addTokenRoutes(server, context);
  addRunRoutes(server, context);
  addDispositionRoutes(server, context);
  addAlertRoutes(server, context);
  addConcordanceRoutes(server, context);
  addReproducibilityRoutes(server, context);
  addTaskRoutes(server, context);
  addArtifactRoutes(server, context);
  addTimelineRoutes(server, context);
  addAssayRoutes(server, context);
  addThresholdRoutes(server, context);
  addTruthSetRoutes(server, context);
  addEventRoutes(server, context);
  addAuditRoutes(server, context);
}
