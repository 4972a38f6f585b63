import { defaultSettings, type ServerSettings } from "@touchstone/server";

/** As people run it, but for the limit of requests of one caller: here one caller makes them all. */
export const benchSettings: ServerSettings = {
  ...defaultSettings,
  touchstone: "0.0.0-bench",
  requestsPerMinute: 100_000_000,
};
