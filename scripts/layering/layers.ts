/** What each package may import of the other packages. A package that is not listed here may not exist. */
export const layers: Readonly<Record<string, readonly string[]>> = {
  "@touchstone/formats": [],
  "@touchstone/model": [],
  "@touchstone/concordance": ["@touchstone/formats"],
  touchstone: ["@touchstone/formats", "@touchstone/concordance", "@touchstone/model"],
  "@touchstone/test-support": ["@touchstone/formats", "@touchstone/concordance", "@touchstone/model"],
  "@touchstone/bench": [
    "@touchstone/formats",
    "@touchstone/concordance",
    "@touchstone/model",
    "@touchstone/test-support",
  ],
};

/** Tests of every package may import this one. */
export const TEST_SUPPORT = "@touchstone/test-support";
