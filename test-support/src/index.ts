export { sharedData, sharedDataAvailable } from "./shared-data.ts";
export { requireTool, toolAvailable } from "./tools.ts";
