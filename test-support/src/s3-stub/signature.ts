import { createHash, createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { S3Refusal } from "./refusal.ts";

/** Whoever knows these may use the stub. */
export interface StubCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** What temporary credentials come with. */
  readonly sessionToken?: string;
  readonly region: string;
}

interface Claim {
  readonly credential: string;
  readonly signedHeaders: string;
  readonly signature: string;
  readonly time: string;
  readonly token: string | undefined;
  readonly payload: string;
}

/**
 * Checks Signature Version 4 of a request, in its header or its query, as written down in the Amazon S3 API Reference
 * ("Signature Calculations for the Authorization Header", "Authenticating Requests: Using Query Parameters"). Returns the
 * SHA-256 that the body is promised to have, or null for an unsigned one. Throws what S3 answers.
 */
export function verifySignature(request: IncomingMessage, url: URL, credentials: StubCredentials): string | null {
  const presigned = url.searchParams.has("X-Amz-Signature");
  const claim = presigned ? claimOfQuery(url.searchParams) : claimOfHeader(request);
  const [accessKeyId, day, region, service, end] = claim.credential.split("/");
  if (accessKeyId !== credentials.accessKeyId) {
    throw new S3Refusal(403, "InvalidAccessKeyId");
  }
  if (claim.token !== credentials.sessionToken) {
    throw new S3Refusal(403, "InvalidToken");
  }
  if (region !== credentials.region || service !== "s3" || end !== "aws4_request" || !claim.time.startsWith(day)) {
    throw new S3Refusal(400, "AuthorizationHeaderMalformed");
  }
  const age = Date.now() - timeOf(claim.time);
  if (presigned && age > Number(url.searchParams.get("X-Amz-Expires")) * 1000) {
    throw new S3Refusal(403, "AccessDenied");
  }
  if (!presigned && Math.abs(age) > 15 * 60_000) {
    throw new S3Refusal(403, "RequestTimeTooSkewed");
  }
  const names = claim.signedHeaders.split(";");
  const unsigned = Object.keys(request.headers).filter((name) => name.startsWith("x-amz-") && !names.includes(name));
  const canonical = [
    request.method,
    canonicalPath(url),
    canonicalQuery(url.searchParams),
    ...names.map(
      (name) =>
        `${name}:${String(request.headers[name] ?? "")
          .replace(/\s+/g, " ")
          .trim()}`,
    ),
    "",
    claim.signedHeaders,
    claim.payload,
  ].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = `AWS4-HMAC-SHA256\n${claim.time}\n${scope}\n${createHash("sha256").update(canonical).digest("hex")}`;
  const key = [day, region, "s3", "aws4_request"].reduce<string | Buffer>(
    (secret, part) => createHmac("sha256", secret).update(part).digest(),
    `AWS4${credentials.secretAccessKey}`,
  );
  const expected = createHmac("sha256", key).update(toSign).digest("hex");
  if (claim.signature !== expected || !names.includes("host") || unsigned.length > 0) {
    throw new S3Refusal(403, "SignatureDoesNotMatch");
  }
  return claim.payload === "UNSIGNED-PAYLOAD" ? null : claim.payload;
}

function claimOfHeader(request: IncomingMessage): Claim {
  const match = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
    request.headers.authorization ?? "",
  );
  const payload = request.headers["x-amz-content-sha256"];
  if (match === null || payload === undefined) {
    throw new S3Refusal(403, "AccessDenied");
  }
  return {
    credential: match[1],
    signedHeaders: match[2],
    signature: match[3],
    time: String(request.headers["x-amz-date"]),
    token: request.headers["x-amz-security-token"] as string | undefined,
    payload: String(payload),
  };
}

function claimOfQuery(query: URLSearchParams): Claim {
  return {
    credential: query.get("X-Amz-Credential") ?? "",
    signedHeaders: query.get("X-Amz-SignedHeaders") ?? "",
    signature: query.get("X-Amz-Signature") ?? "",
    time: query.get("X-Amz-Date") ?? "",
    token: query.get("X-Amz-Security-Token") ?? undefined,
    payload: "UNSIGNED-PAYLOAD",
  };
}

function canonicalPath(url: URL): string {
  return decodeURIComponent(url.pathname).split("/").map(encode).join("/");
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join("&");
}

/** "URI-encode every byte except the unreserved characters A-Z, a-z, 0-9, - . _ ~". */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function timeOf(time: string): number {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(time) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
}
