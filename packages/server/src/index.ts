export { hashPassword, LEAST_PASSWORD_LENGTH } from "./access/password.ts";
export { type Role, roles, type Scope, scopes } from "./access/rights.ts";
export { type Anchoring, type AnchoringOptions, startAnchoring } from "./audit/anchoring.ts";
export { startBackground } from "./background.ts";
export { buildServer } from "./build-server.ts";
export { defaultSettings, type ServerContext, type ServerSettings } from "./context.ts";
export {
  type FieldProblem,
  ServerError,
  type ServerErrorCode,
  type ServerErrorDetails,
  serverErrorCodes,
} from "./error.ts";
export type { Server } from "./http/route-schema.ts";
export { type MailSettings, mailSettingsOf } from "./mail/settings.ts";
export { type OidcSettings, oidcSettingsOf, type RoleMapping } from "./oidc/settings.ts";
export { openApiDocument } from "./openapi-document.ts";
export { createPrincipal } from "./principals/create-principal.ts";
export type { ResourcePrices } from "./processes/schema.ts";
export { type Background, type BackgroundLog, carryOutRound } from "./scheduler/scheduler.ts";
export { loadSecretKey } from "./secrets/load-secret-key.ts";
export { adminTokenFile, prepareFirstStart, requireSafeAddress } from "./start/first-start.ts";
export { createToken, type TokenRequest } from "./tokens/create-token.ts";
export { perform, type Writing } from "./writing/perform.ts";
