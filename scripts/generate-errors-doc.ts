import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { errorsDocument } from "./errors-doc.ts";

writeFileSync(join(import.meta.dirname, "../docs/errors.md"), errorsDocument());
