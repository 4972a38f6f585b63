import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { documentedPipelines, parametersDocument } from "./parameters-doc.ts";

for (const pipeline of documentedPipelines) {
  const page = join(import.meta.dirname, `../docs/reference/${pipeline}-parameters.md`);
  writeFileSync(page, parametersDocument(pipeline));
}
