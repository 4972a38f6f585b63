import type { StubBucket } from "./bucket.ts";

/** ListObjectsV2: keys in UTF-8 order after `start-after` or the token, "up to 1,000" of them, and whether there are more. */
export function objectListXml(bucket: StubBucket, query: URLSearchParams, pageSize: number): string {
  const prefix = query.get("prefix") ?? "";
  const token = query.get("continuation-token");
  // A continuation token "is obfuscated and is not a real key".
  const after = token === null ? (query.get("start-after") ?? "") : Buffer.from(token, "base64url").toString();
  const keys = [...bucket.objects.keys()].sort().filter((key) => key.startsWith(prefix) && key > after);
  const page = keys.slice(0, pageSize);
  const entries = page.map((key) => {
    const { content, etag, storedAt } = bucket.objects.get(key)!;
    return `<Contents><Key>${escapeXml(key)}</Key><LastModified>${storedAt.toISOString()}</LastModified><ETag>${escapeXml(
      etag,
    )}</ETag><Size>${content.length}</Size><StorageClass>STANDARD</StorageClass></Contents>`;
  });
  const truncated = keys.length > page.length;
  const next = truncated ? Buffer.from(page.at(-1)!).toString("base64url") : "";
  return `<ListBucketResult><Name>stub</Name><Prefix>${escapeXml(prefix)}</Prefix><KeyCount>${page.length}</KeyCount><IsTruncated>${truncated}</IsTruncated>${
    truncated ? `<NextContinuationToken>${next}</NextContinuationToken>` : ""
  }${entries.join("")}</ListBucketResult>`;
}

/** ListMultipartUploads: uploads by key and then id, after the two markers. */
export function uploadListXml(bucket: StubBucket, query: URLSearchParams, pageSize: number): string {
  const prefix = query.get("prefix") ?? "";
  const marker = `${query.get("key-marker") ?? ""}\n${query.get("upload-id-marker") ?? ""}`;
  const uploads = [...bucket.uploads]
    .map(([uploadId, { key, initiated }]) => ({ uploadId, key, initiated, order: `${key}\n${uploadId}` }))
    .filter(({ key, order }) => key.startsWith(prefix) && order > marker)
    .sort((a, b) => (a.order < b.order ? -1 : 1));
  const page = uploads.slice(0, pageSize);
  const last = page.at(-1);
  const truncated = uploads.length > page.length && last !== undefined;
  const entries = page.map(
    ({ key, uploadId, initiated }) =>
      `<Upload><Key>${escapeXml(key)}</Key><UploadId>${uploadId}</UploadId><Initiated>${initiated.toISOString()}</Initiated></Upload>`,
  );
  return `<ListMultipartUploadsResult><IsTruncated>${truncated}</IsTruncated>${
    truncated
      ? `<NextKeyMarker>${escapeXml(last.key)}</NextKeyMarker><NextUploadIdMarker>${last.uploadId}</NextUploadIdMarker>`
      : ""
  }${entries.join("")}</ListMultipartUploadsResult>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
