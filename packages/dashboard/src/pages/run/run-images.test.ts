import { expect, test } from "vitest";
import { runImages } from "./run-images.ts";

test("tasks of one image are one, which its digest names where there is one", () => {
  const pinned = "quay.io/biocontainers/bwa:0.7.18@sha256:0123";
  const images = runImages([
    { process: "SORT", container: pinned },
    { process: "ALIGN", container: pinned },
    { process: "ALIGN", container: pinned },
    { process: "CALL", container: "localhost:5000/caller:2" },
    { process: "REPORT", container: null },
  ]);
  expect(images).toEqual([
    {
      reference: "localhost:5000/caller:2",
      name: "localhost:5000/caller:2",
      digest: null,
      processes: ["CALL"],
      tasks: 1,
    },
    {
      reference: pinned,
      name: "quay.io/biocontainers/bwa:0.7.18",
      digest: "sha256:0123",
      processes: ["ALIGN", "SORT"],
      tasks: 3,
    },
  ]);
});
