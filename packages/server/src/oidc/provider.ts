import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  type IDToken,
  None,
  ResponseBodyError,
} from "openid-client";
import { ServerError } from "../error.ts";
import { isLoopback, type OidcSettings } from "./settings.ts";

/** Seconds for which the provider is waited for. */
const PATIENCE = 10;

/** What a request to the provider is bound to. */
export interface AuthorizationRequest {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** Whether the person has to prove who they are although the provider remembers them. */
  readonly anew: boolean;
}

/** What its answer has to match. */
export type AuthorizationChecks = Pick<AuthorizationRequest, "state" | "nonce" | "codeVerifier">;

/** An OpenID Connect provider: OpenID Connect Core 1.0, code flow with PKCE (RFC 7636). */
export class OidcProvider {
  private readonly settings: OidcSettings;
  private configuration: Promise<Configuration> | null = null;

  constructor(settings: OidcSettings) {
    this.settings = settings;
  }

  /** Where a browser is sent to sign in. @throws ServerError TS_OIDC_UNAVAILABLE. */
  async authorizationUrl({ redirectUri, state, nonce, codeVerifier, anew }: AuthorizationRequest): Promise<URL> {
    const configuration = await this.discover();
    return buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: "openid profile email",
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: "S256",
      ...(anew ? { prompt: "login", max_age: "0" } : {}),
    });
  }

  /**
   * What the provider vouches for. Its ID token is checked in full: signature by its published keys, issuer, audience,
   * times, nonce; its answer by state, and by `iss` where it sends one (RFC 9207).
   *
   * @param answer address that the browser was sent back to.
   * @throws ServerError TS_OIDC_REFUSED for an answer that does not fit, TS_OIDC_UNAVAILABLE.
   */
  async claims(answer: URL, { state, nonce, codeVerifier }: AuthorizationChecks): Promise<IDToken> {
    const configuration = await this.discover();
    try {
      const tokens = await authorizationCodeGrant(configuration, answer, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims !== undefined) return claims;
    } catch (error) {
      throw describeFailure(error);
    }
    throw new ServerError("TS_OIDC_REFUSED", "the provider sent no ID token");
  }

  /** Reads the provider's discovery document once; again after it could not be read. */
  private discover(): Promise<Configuration> {
    this.configuration ??= this.readConfiguration().catch((error) => {
      this.configuration = null;
      throw new ServerError("TS_OIDC_UNAVAILABLE", `${this.settings.issuer} cannot be reached`, {}, error);
    });
    return this.configuration;
  }

  private async readConfiguration(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const url = new URL(issuer);
    const execute = url.protocol === "http:" && isLoopback(url) ? [allowInsecureRequests] : [];
    const found = await discovery(url, clientId, undefined, None(), { execute, timeout: PATIENCE });
    const metadata = found.serverMetadata();
    const methods = metadata.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    const configuration = new Configuration(
      metadata,
      clientId,
      undefined,
      clientSecret === null
        ? None()
        : methods.includes("client_secret_basic")
          ? ClientSecretBasic(clientSecret)
          : ClientSecretPost(clientSecret),
    );
    configuration.timeout = PATIENCE;
    for (const apply of execute) apply(configuration);
    // Verifies the signature too, although the token came from the provider itself.
    enableNonRepudiationChecks(configuration);
    return configuration;
  }
}

/** The provider's own words are not passed on: they may quote what was sent to it. */
function describeFailure(error: unknown): ServerError {
  if (error instanceof AuthorizationResponseError) {
    return new ServerError("TS_OIDC_REFUSED", `the provider did not sign in: ${nameOf(error.error)}`);
  }
  if (error instanceof ResponseBodyError) {
    const code = error.status >= 500 ? "TS_OIDC_UNAVAILABLE" : "TS_OIDC_REFUSED";
    return new ServerError(code, `the provider refused the code: ${nameOf(error.error)}`);
  }
  if (error instanceof ClientError && error.code !== "OAUTH_TIMEOUT") {
    return new ServerError("TS_OIDC_REFUSED", "what the provider sent does not hold", {}, error);
  }
  return new ServerError("TS_OIDC_UNAVAILABLE", "the provider does not answer", {}, error);
}

/** Names of errors are of a fixed set of letters (RFC 6749, 4.1.2.1); anything else is not repeated. */
function nameOf(error: string): string {
  return /^[\w.-]{1,60}$/.test(error) ? error : "no reason that can be shown";
}
