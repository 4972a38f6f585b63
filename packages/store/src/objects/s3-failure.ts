import { StoreError } from "../error.ts";
import { PassingFailure } from "./retry.ts";
import { xmlText } from "./s3-xml.ts";

/** The error code of an S3 answer's body (`<Error><Code>`), or "" where there is none, as after HEAD. */
export function s3ErrorCode(body: string): string {
  const error = /<Error>([\s\S]*?)<\/Error>/.exec(body);
  return error === null ? "" : (xmlText(error[1], "Code") ?? "");
}

// AWS, "Error responses", "List of error codes": what passes although its status does not say so.
const passingCodes = new Set([
  "RequestTimeout",
  "ConditionalRequestConflict",
  "OperationAborted",
  "InternalError",
  "SlowDown",
]);

const passingStatuses = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * The error of an answer that is not what was asked for. Its message has the status and S3's code, never S3's own text,
 * which can repeat parts of the signature.
 */
export function s3Failure(response: Response, body: string, action: string, location: string): Error {
  const code = s3ErrorCode(body);
  const answer = `${location}: S3 answered ${response.status}${code === "" ? "" : ` ${code}`} to ${action}`;
  if (response.status === 507) {
    return new StoreError("TS_OBJECT_STORE_UNWRITABLE", answer);
  }
  const region = response.headers.get("x-amz-bucket-region");
  const advice =
    region !== null && response.status >= 300 && response.status < 500 && /^[a-z0-9-]+$/.test(region)
      ? `; the bucket is in the region ${region}`
      : code === "RequestTimeTooSkewed"
        ? "; this machine's clock is wrong by more than 15 minutes"
        : "";
  const error = new StoreError("TS_OBJECT_STORE_UNAVAILABLE", answer + advice);
  if (passingStatuses.has(response.status) || passingCodes.has(code)) {
    return new PassingFailure(error, retryAfter(response));
  }
  return error;
}

/** Milliseconds that the server asks to wait (RFC 9110, section 10.2.3, in seconds), or 0. */
function retryAfter(response: Response): number {
  const seconds = Number(response.headers.get("retry-after"));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0;
}
