#!/usr/bin/env node
// Plain JavaScript that older Node versions can parse: it finds a Node that can run Touchstone and starts bundle/main.js.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [major, minor] = process.versions.node.split(".").map(Number);

if (major > 22 || (major === 22 && minor >= 18)) {
  await import("../bundle/main.js");
} else {
  const node = installedNode();
  if (node === null) {
    console.error(
      `touchstone: error TS_NODE_TOO_OLD: this is Node ${process.versions.node}\n` +
        '  Touchstone needs Node 22.18 or newer: install it, or add the npm package "node" beside Touchstone.',
    );
    process.exitCode = 70;
  } else {
    restartWith(node);
  }
}

/** Path of the binary of the npm package `node`, or null when it is not installed. */
function installedNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve("node/package.json");
    return join(dirname(manifest), "bin", process.platform === "win32" ? "node.exe" : "node");
  } catch {
    return null;
  }
}

/** Runs this file again under another Node; signals go there, and its exit code or signal becomes ours. */
function restartWith(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  const forwarded = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of forwarded) {
    process.on(signal, () => child.kill(signal));
  }
  child.on("error", (error) => {
    console.error(`touchstone: error TS_NODE_TOO_OLD: ${node} cannot be run: ${error.message}`);
    process.exitCode = 70;
  });
  child.on("exit", (code, signal) => {
    if (signal === null) {
      process.exitCode = code;
      return;
    }
    for (const name of forwarded) {
      process.removeAllListeners(name);
    }
    process.kill(process.pid, signal);
  });
}
