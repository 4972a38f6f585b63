import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig, type Plugin } from "vite";

/** Where `npm run dev` finds the API: a `touchstone serve` beside it. */
const API = "http://127.0.0.1:8042";
const SMALLEST_TO_COMPRESS = 1024;

export default defineConfig({
  // Addresses from where the server is; it says so in the page's <base>.
  base: "./",
  plugins: [react(), compressed()],
  resolve: {
    conditions: ["@touchstone/source", ...defaultClientConditions],
    // Charts draw into the browser's own document.
    alias: { linkedom: new URL("src/ui/browser-document.ts", import.meta.url).pathname },
  },
  build: { target: "es2023", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { "/api": API } },
});

/** Writes each script and style compressed beside it, so that the server compresses nothing. */
function compressed(): Plugin {
  return {
    name: "compressed",
    apply: "build",
    // What is written is final; the bundle before is not yet.
    writeBundle({ dir = "" }, bundle) {
      for (const fileName of Object.keys(bundle)) {
        const content = readFileSync(join(dir, fileName));
        if (!/\.(js|css|svg)$/.test(fileName) || content.length < SMALLEST_TO_COMPRESS) continue;
        writeFileSync(join(dir, `${fileName}.gz`), gzipSync(content, { level: 9 }));
        writeFileSync(join(dir, `${fileName}.br`), brotliCompressSync(content));
      }
    },
  };
}
