import fc from "fast-check";
import { expect, test } from "vitest";
import { measurements } from "./measurements.ts";
import { partitionPath, runDateOfPath } from "./partition.ts";
import { verdicts } from "./verdicts.ts";

/** As Hive reads a path (FileUtils.unescapePathName): %XX is the character of that number. */
function unescapePathName(path: string): string {
  return path.replace(/%([0-9A-Fa-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

test.each([
  ["germline", "germline"],
  [null, "__HIVE_DEFAULT_PARTITION__"],
  // FileUtils.escapePathName of Hive 4 writes these so.
  ["a/b=c:d%e", "a%2Fb%3Dc%3Ad%25e"],
  ["\"#'*?\\{[]^\u007f\u0001", "%22%23%27%2A%3F%5C%7B%5B%5D%5E%7F%01"],
  ["größe", "größe"],
  ["__HIVE_DEFAULT_PARTITION__", "%5F_HIVE_DEFAULT_PARTITION__"],
])("the assay %j is %s in a path", (assay, value) => {
  expect(partitionPath(measurements, { assay, runDate: "2026-01-31" })).toBe(
    `measurements/assay=${value}/run_date=2026-01-31/data.parquet`,
  );
});

test("any name is read back by Hive's rules, and makes four segments", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (assay) => {
      const path = partitionPath(measurements, { assay, runDate: "2026-01-31" });
      const segments = path.split("/");
      expect(segments).toHaveLength(4);
      expect(unescapePathName(segments[1])).toBe(`assay=${assay}`);
      expect(runDateOfPath(measurements, path)).toBe("2026-01-31");
      expect(runDateOfPath(verdicts, path)).toBeNull();
    }),
  );
});

test.each([
  "measurements/data.parquet",
  "measurements/assay=a/run_date=2026-01-31/other.parquet",
  "measurements/assay=a/run_date=yesterday/data.parquet",
  "measurements/assay=a/run_date=2026-01-31/more/data.parquet",
  "measurements/lab=a/run_date=2026-01-31/data.parquet",
])("%s is no file of a partition", (path) => {
  expect(runDateOfPath(measurements, path)).toBeNull();
});
