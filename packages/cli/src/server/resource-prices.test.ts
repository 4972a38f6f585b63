import { Command } from "commander";
import { expect, test } from "vitest";
import { type PriceArguments, priceOptions, pricesOf } from "./resource-prices.ts";

function parse(...argv: string[]) {
  const command = priceOptions(new Command())
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  return pricesOf(command.parse(argv, { from: "user" }).opts<PriceArguments>());
}

test("prices are given together or not at all", () => {
  expect(parse()).toBeNull();
  expect(parse("--cpu-hour-price", "0.04", "--gb-hour-price", "0", "--currency", "EUR")).toEqual({
    cpuHour: 0.04,
    gigabyteHour: 0,
    currency: "EUR",
  });
  expect(() => parse("--cpu-hour-price", "0.04", "--currency", "EUR")).toThrow(/go together/);
});

test.each([
  ["--cpu-hour-price", "-1"],
  ["--cpu-hour-price", "1e3"],
  ["--gb-hour-price", "free"],
  ["--currency", "euro"],
])("%s %s is refused", (option, value) => {
  expect(() => parse(option, value)).toThrow();
});
