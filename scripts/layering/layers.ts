/** What each package may import of the other packages. A package that is not listed here may not exist. */
export const layers: Readonly<Record<string, readonly string[]>> = {
  "@touchstone/formats": [],
  "@touchstone/model": [],
  "@touchstone/statistics": [],
  "@touchstone/concordance": ["@touchstone/formats", "@touchstone/statistics"],
  "@touchstone/replicates": ["@touchstone/formats", "@touchstone/statistics"],
  "@touchstone/quality": ["@touchstone/model", "@touchstone/statistics"],
  "@touchstone/ingest": ["@touchstone/formats", "@touchstone/model", "@touchstone/quality"],
  "@touchstone/charts": [],
  "@touchstone/store": ["@touchstone/model"],
  "@touchstone/server": [
    "@touchstone/ingest",
    "@touchstone/model",
    "@touchstone/statistics",
    "@touchstone/quality",
    "@touchstone/ingest",
    "@touchstone/store",
  ],
  "@touchstone/client": [],
  touchstone: [
    "@touchstone/formats",
    "@touchstone/model",
    "@touchstone/statistics",
    "@touchstone/concordance",
    "@touchstone/replicates",
    "@touchstone/quality",
    "@touchstone/ingest",
    "@touchstone/charts",
    "@touchstone/store",
    "@touchstone/server",
    "@touchstone/client",
  ],
  "@touchstone/test-support": [
    "@touchstone/formats",
    "@touchstone/concordance",
    "@touchstone/replicates",
    "@touchstone/model",
    "@touchstone/store",
  ],
  "@touchstone/bench": [
    "@touchstone/formats",
    "@touchstone/concordance",
    "@touchstone/model",
    "@touchstone/statistics",
    "@touchstone/replicates",
    "@touchstone/quality",
    "@touchstone/test-support",
  ],
};

/** Tests of every package may import this one. */
export const TEST_SUPPORT = "@touchstone/test-support";
