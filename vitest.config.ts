import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["@touchstone/source"] },
  ssr: { resolve: { conditions: ["@touchstone/source"] } },
  test: {
    include: [
      "packages/**/*.test.ts",
      "test-support/**/*.test.ts",
      "bench/**/*.test.ts",
      "demo/**/*.test.ts",
      "scripts/**/*.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/dist/**"],
    // A busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
