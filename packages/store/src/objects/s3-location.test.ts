import { describe, expect, test } from "vitest";
import { parseS3Location, s3Credentials, s3Endpoint, s3Url } from "./s3-location.ts";

function urlOf(location: string, environment: Record<string, string>): string {
  return s3Url(s3Endpoint(parseS3Location(location), environment), "ab/abcd").toString();
}

test.each([
  ["s3://results", { bucket: "results", prefix: "" }],
  ["s3://results/", { bucket: "results", prefix: "" }],
  ["s3://my.lab-results/touchstone/2026", { bucket: "my.lab-results", prefix: "touchstone/2026/" }],
  ["s3://results/a(b)!_.*'-c/", { bucket: "results", prefix: "a(b)!_.*'-c/" }],
])("%s is taken apart", (location, expected) => {
  expect(parseS3Location(location)).toEqual(expected);
});

test.each([
  "s3://",
  "s3:///prefix",
  "s3://ab",
  "s3://Results",
  "s3://results_2026",
  "s3://-results",
  "s3://results..old",
  `s3://${"a".repeat(64)}`,
  "s3://results//double",
  "s3://results/../other",
  "s3://results/a b",
  "s3://results/a?b",
  "s3://results/a%20b",
  "s3://user:password@results",
  "results",
])("%s is refused", (location) => {
  expect(() => parseS3Location(location)).toThrow(expect.objectContaining({ code: "TS_OBJECT_LOCATION_INVALID" }));
});

describe("addresses", () => {
  test("of AWS have the bucket in the host's name, but for one with a dot in the path", () => {
    expect(urlOf("s3://results/lab", { AWS_REGION: "eu-central-1" })).toBe(
      "https://results.s3.eu-central-1.amazonaws.com/ab/abcd",
    );
    expect(urlOf("s3://my.results", {})).toBe("https://s3.us-east-1.amazonaws.com/my.results/ab/abcd");
  });

  test("of other services have it in the path, unless asked for otherwise", () => {
    const endpoint = { AWS_ENDPOINT_URL: "https://minio.lab.example:9000/s3/" };
    expect(urlOf("s3://results", endpoint)).toBe("https://minio.lab.example:9000/s3/results/ab/abcd");
    expect(urlOf("s3://results", { ...endpoint, TOUCHSTONE_S3_ADDRESSING: "virtual-host" })).toBe(
      "https://results.minio.lab.example:9000/s3/ab/abcd",
    );
    expect(urlOf("s3://results", { TOUCHSTONE_S3_ADDRESSING: "path" })).toBe(
      "https://s3.us-east-1.amazonaws.com/results/ab/abcd",
    );
  });

  test("prefer the variables for S3, and AWS_REGION to AWS_DEFAULT_REGION", () => {
    const location = parseS3Location("s3://results");
    const endpoint = s3Endpoint(location, {
      AWS_ENDPOINT_URL: "https://all.example",
      AWS_ENDPOINT_URL_S3: "https://s3.example",
      AWS_REGION: "one",
      AWS_DEFAULT_REGION: "two",
    });
    expect(endpoint).toMatchObject({ endpoint: new URL("https://s3.example"), region: "one" });
    expect(s3Endpoint(location, { AWS_DEFAULT_REGION: "two", AWS_REGION: "" }).region).toBe("two");
  });

  test.each(["minio:9000", "ftp://minio", "http://user:password@minio", "http://minio/?a=b"])(
    "%s is no endpoint, and is not repeated",
    (address) => {
      const wrong = (): unknown => s3Endpoint(parseS3Location("s3://results"), { AWS_ENDPOINT_URL: address });
      expect(wrong).toThrow(
        expect.objectContaining({
          code: "TS_OBJECT_LOCATION_INVALID",
          message: expect.not.stringContaining("password@"),
        }),
      );
    },
  );

  test("an unknown way of addressing is refused", () => {
    expect(() => s3Endpoint(parseS3Location("s3://results"), { TOUCHSTONE_S3_ADDRESSING: "dns" })).toThrow("path");
  });
});

test("credentials need a key and its secret, a token where there is one", () => {
  const both = { AWS_ACCESS_KEY_ID: "id", AWS_SECRET_ACCESS_KEY: "secret" };
  expect(s3Credentials(both)).toEqual({ accessKeyId: "id", secretAccessKey: "secret" });
  expect(s3Credentials({ ...both, AWS_SESSION_TOKEN: "token" })).toMatchObject({ sessionToken: "token" });
  for (const environment of [{}, { AWS_ACCESS_KEY_ID: "id" }, { ...both, AWS_SECRET_ACCESS_KEY: "" }]) {
    expect(() => s3Credentials(environment)).toThrow(expect.objectContaining({ code: "TS_OBJECT_LOCATION_INVALID" }));
  }
});

test("a key may hold what means something else in an address", () => {
  const endpoint = s3Endpoint(parseS3Location("s3://bucket/prefix"), { AWS_ENDPOINT_URL_S3: "http://localhost:9000" });
  const address = s3Url(endpoint, "prefix/assay=a+b%20c?#/größe.parquet");
  expect(address.search + address.hash).toBe("");
  expect(decodeURIComponent(address.pathname)).toBe("/bucket/prefix/assay=a+b%20c?#/größe.parquet");
  // What signs requests takes a plus sign for a space.
  expect(address.pathname).not.toContain("+");
});
