// Preloaded with --import: writes the URL of every module that is loaded to stderr, one a line.
import { writeSync } from "node:fs";
import { registerHooks } from "node:module";

registerHooks({
  load(url, context, nextLoad) {
    writeSync(2, `${url}\n`);
    return nextLoad(url, context);
  },
});
