import { join } from "node:path";
import { defaultSettings, type ServerSettings } from "@touchstone/server";

/** What `npm run dashboard` built. */
const DASHBOARD = join(import.meta.dirname, "../../../packages/dashboard/dist");

/** As people run it, but for the limit of requests of one caller: here one caller makes them all. */
export const benchSettings: ServerSettings = {
  ...defaultSettings,
  touchstone: "0.0.0-bench",
  requestsPerMinute: 100_000_000,
  dashboard: DASHBOARD,
  secureCookies: false,
};
