import { readFileSync } from "node:fs";
import { type Role, roles } from "../access/rights.ts";
import { ServerError } from "../error.ts";

/** The OpenID Connect provider that people sign in with. */
export interface OidcSettings {
  /** The provider's issuer identifier, exactly as its discovery document spells it. */
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a public client, which has PKCE alone. Never logged. */
  readonly clientSecret: string | null;
  /** What decides who is somebody here, and as what; null: only people whom an admin has added. */
  readonly roleMapping: RoleMapping | null;
}

/**
 * A claim of the ID token that says what somebody may do. With it people are added when they first sign in, and their
 * roles follow the claim at each sign-in; without a value that is mapped, nobody is let in.
 */
export interface RoleMapping {
  /** Name of the claim: a text, or a list of texts. */
  readonly claim: string;
  readonly roles: Readonly<Record<string, Role>>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The provider that the environment names: `TOUCHSTONE_OIDC_ISSUER`, `TOUCHSTONE_OIDC_CLIENT_ID`, the secret in
 * `TOUCHSTONE_OIDC_CLIENT_SECRET` or in the file `TOUCHSTONE_OIDC_CLIENT_SECRET_FILE`, and if people are to be added by
 * what the provider says of them, `TOUCHSTONE_OIDC_ROLE_CLAIM` and `TOUCHSTONE_OIDC_ROLES`, as
 * `lab-directors=director,lab-staff=technologist`.
 *
 * @returns null when no issuer is named.
 * @throws ServerError TS_OIDC_SETTINGS_INVALID naming the variable.
 */
export function oidcSettingsOf(environment: Environment): OidcSettings | null {
  const issuer = variableOf(environment, "ISSUER");
  if (issuer === null) return null;
  requireSafeIssuer(issuer);
  const clientId = variableOf(environment, "CLIENT_ID");
  if (clientId === null) throw invalid("CLIENT_ID", "is not set, and TOUCHSTONE_OIDC_ISSUER is");
  return { issuer, clientId, clientSecret: secretOf(environment), roleMapping: roleMappingOf(environment) };
}

/** Whether requests go to this machine alone, where they need no encryption. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function requireSafeIssuer(issuer: string): void {
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  if (url === null) throw invalid("ISSUER", "is no URL");
  if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url))) return;
  throw invalid("ISSUER", "has to begin with https://: whoever is in between could sign anybody in");
}

function secretOf(environment: Environment): string | null {
  const secret = variableOf(environment, "CLIENT_SECRET");
  const file = variableOf(environment, "CLIENT_SECRET_FILE");
  if (file === null) return secret;
  if (secret !== null) throw invalid("CLIENT_SECRET_FILE", "is set, and TOUCHSTONE_OIDC_CLIENT_SECRET too: which?");
  try {
    const text = readFileSync(file, "utf8").trim();
    if (text !== "") return text;
  } catch (error) {
    throw invalid("CLIENT_SECRET_FILE", `${file} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  throw invalid("CLIENT_SECRET_FILE", `${file} is empty`);
}

function roleMappingOf(environment: Environment): RoleMapping | null {
  const claim = variableOf(environment, "ROLE_CLAIM");
  const text = variableOf(environment, "ROLES");
  if (claim === null && text === null) return null;
  if (claim === null) throw invalid("ROLE_CLAIM", "is not set, and TOUCHSTONE_OIDC_ROLES is");
  if (text === null) throw invalid("ROLES", "is not set, and TOUCHSTONE_OIDC_ROLE_CLAIM is");
  const pairs = text.split(",").map((pair): [string, Role] => {
    const [value = "", name = ""] = pair.split("=").map((part) => part.trim());
    const role = roles.find((one) => one === name);
    if (value === "" || role === undefined) {
      throw invalid("ROLES", `${pair.trim()} is not VALUE=ROLE with a role of ${roles.join(", ")}`);
    }
    return [value, role];
  });
  return { claim, roles: Object.fromEntries(pairs) };
}

function variableOf(environment: Environment, name: string): string | null {
  const value = environment[`TOUCHSTONE_OIDC_${name}`]?.trim();
  return value === undefined || value === "" ? null : value;
}

function invalid(name: string, reason: string): ServerError {
  return new ServerError("TS_OIDC_SETTINGS_INVALID", `TOUCHSTONE_OIDC_${name} ${reason}`);
}
