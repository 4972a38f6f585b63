import { StoreError } from "../error.ts";

/** Where objects are in S3. */
export interface S3Location {
  readonly bucket: string;
  /** Empty, or path segments that end in "/". */
  readonly prefix: string;
}

/** How the server expects the bucket's name: in the path of a request, or as the first part of the host's name. */
export type S3Addressing = "path" | "virtual host";

/** How to reach a bucket. */
export interface S3Endpoint extends S3Location {
  /** Scheme, host and port of the service, without the bucket. */
  readonly endpoint: URL;
  readonly region: string;
  readonly addressing: S3Addressing;
}

/** What signs requests. Never put into a message. */
export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

// AWS, "Bucket naming rules", general purpose buckets.
const bucketPattern = /^(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
// AWS, "Naming Amazon S3 objects", safe characters: these mean the same in every encoding.
const segmentPattern = /^[A-Za-z0-9!_.*'()-]+$/;

/** Takes `s3://bucket/prefix` apart. Throws TS_OBJECT_LOCATION_INVALID for a name that S3 does not allow. */
export function parseS3Location(location: string): S3Location {
  const [bucket, ...segments] = location.slice("s3://".length).replace(/\/$/, "").split("/");
  if (!location.startsWith("s3://") || !bucketPattern.test(bucket)) {
    throw invalid(`${location}: not s3://bucket/prefix with a bucket name of 3 to 63 of a-z, 0-9, "-" and "."`);
  }
  for (const segment of segments) {
    if (!segmentPattern.test(segment) || segment === "." || segment === "..") {
      throw invalid(`${location}: the prefix may have letters, digits and !_.*'()- between single slashes`);
    }
  }
  return { bucket, prefix: segments.map((segment) => `${segment}/`).join("") };
}

/**
 * Endpoint of a bucket from the variables that AWS's own tools read: AWS_REGION or AWS_DEFAULT_REGION (us-east-1 without),
 * AWS_ENDPOINT_URL_S3 or AWS_ENDPOINT_URL (AWS itself without). TOUCHSTONE_S3_ADDRESSING, "path" or "virtual-host",
 * overrides the usual: path at a given endpoint and for a bucket with a dot, which no wildcard certificate covers.
 */
export function s3Endpoint(location: S3Location, environment: Environment): S3Endpoint {
  const region = environment.AWS_REGION || environment.AWS_DEFAULT_REGION || "us-east-1";
  const given = environment.AWS_ENDPOINT_URL_S3 || environment.AWS_ENDPOINT_URL || null;
  const address = given ?? `https://s3.${region}.amazonaws.com`;
  const endpoint = URL.parse(address);
  if (endpoint === null || !/^https?:$/.test(endpoint.protocol) || endpoint.username !== "" || endpoint.search !== "") {
    throw invalid("The endpoint of S3 is no http or https address without user, password and query");
  }
  const usual = given !== null || location.bucket.includes(".") ? "path" : "virtual host";
  return { ...location, endpoint, region, addressing: addressingOf(environment.TOUCHSTONE_S3_ADDRESSING) ?? usual };
}

/** Credentials from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN. */
export function s3Credentials(environment: Environment): S3Credentials {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: token,
  } = environment;
  if (!accessKeyId || !secretAccessKey) {
    throw invalid("S3 needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment");
  }
  return { accessKeyId, secretAccessKey, ...(token ? { sessionToken: token } : {}) };
}

/** Address of a key, or of the bucket for the empty key; query parameters are the caller's. */
export function s3Url(endpoint: S3Endpoint, key: string): URL {
  const url = new URL(endpoint.endpoint);
  const base = url.pathname.replace(/\/$/, "");
  const path = key.split("/").map(encodeURIComponent).join("/");
  if (endpoint.addressing === "virtual host") {
    url.host = `${endpoint.bucket}.${url.host}`;
    url.pathname = `${base}/${path}`;
  } else {
    url.pathname = `${base}/${endpoint.bucket}/${path}`;
  }
  return url;
}

function addressingOf(value: string | undefined): S3Addressing | null {
  switch (value) {
    case undefined:
    case "":
      return null;
    case "path":
      return "path";
    case "virtual-host":
      return "virtual host";
    default:
      throw invalid(`TOUCHSTONE_S3_ADDRESSING is "path" or "virtual-host", not "${value}"`);
  }
}

function invalid(message: string): StoreError {
  return new StoreError("TS_OBJECT_LOCATION_INVALID", message);
}
