import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

/** What a provider may do wrong. */
export interface Forgery {
  readonly claims?: JWTPayload;
  /** Seconds from now at which the ID token ends. */
  readonly lifetime?: number;
  /** Whether it signs with a key that it does not publish. */
  readonly otherKey?: boolean;
  /** Status of its answer to the code. */
  readonly status?: number;
}

/** A provider that says what a test wants it to. */
export interface ForgingProvider {
  readonly issuer: string;
  /** What the next ID tokens hold beside the usual. */
  answerWith(nonce: string, forgery?: Forgery): void;
  /** What was sent to it for the last code. */
  lastRequest(): URLSearchParams;
  close(): Promise<void>;
}

/** Starts it on loopback. */
export async function startForgingProvider(clientId: string): Promise<ForgingProvider> {
  const [published, other] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const jwk = { ...(await exportJWK(published.publicKey)), kid: "one", alg: "RS256", use: "sig" };
  let nonce = "";
  let forgery: Forgery = {};
  let last = new URLSearchParams();
  const idToken = (issuer: string) => {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({
      iss: issuer,
      aud: clientId,
      sub: "subject",
      nonce,
      iat: now,
      exp: now + (forgery.lifetime ?? 300),
      ...forgery.claims,
    })
      .setProtectedHeader({ alg: "RS256", kid: "one" })
      .sign(forgery.otherKey === true ? other.privateKey : published.privateKey);
  };
  const http = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    if (request.url === "/.well-known/openid-configuration") return answer(200, discovery(issuer));
    if (request.url === "/keys") return answer(200, { keys: [jwk] });
    last = new URLSearchParams(Buffer.concat(parts).toString());
    if (forgery.status !== undefined) return answer(forgery.status, { error: "invalid_grant" });
    return answer(200, { access_token: "access", token_type: "Bearer", id_token: await idToken(issuer) });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return {
    issuer,
    answerWith: (nextNonce, next = {}) => {
      nonce = nextNonce;
      forgery = next;
    },
    lastRequest: () => last,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}

function discovery(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
  };
}
