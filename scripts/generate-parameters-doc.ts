import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parametersDocument } from "./parameters-doc.ts";

writeFileSync(join(import.meta.dirname, "../docs/reference/germline-parameters.md"), parametersDocument("germline"));
