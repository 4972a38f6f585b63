import { hostname } from "node:os";

/** Names this process among all that use the records. */
export const processName: string = `${hostname()}/${process.pid}`;
