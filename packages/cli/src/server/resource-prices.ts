import type { ResourcePrices } from "@touchstone/server";
import { type Command, InvalidArgumentError } from "commander";
import { CliError } from "../error.ts";

/** Options that say what processors and memory cost. */
export interface PriceArguments {
  readonly cpuHourPrice?: number;
  readonly gbHourPrice?: number;
  readonly currency?: string;
}

/** Adds the options of the prices. */
export function priceOptions(command: Command): Command {
  return command
    .optionsGroup("What steps of runs cost:")
    .option("--cpu-hour-price <amount>", "of a processor for an hour", amount)
    .option("--gb-hour-price <amount>", "of 1,073,741,824 bytes of memory for an hour", amount)
    .option("--currency <code>", "of both prices, such as EUR", currency);
}

/**
 * The prices that the options give; null where they give none.
 *
 * @throws CliError TS_USAGE where one is missing: a cost without it would be too low.
 */
export function pricesOf({ cpuHourPrice, gbHourPrice, currency: unit }: PriceArguments): ResourcePrices | null {
  if (cpuHourPrice === undefined && gbHourPrice === undefined && unit === undefined) return null;
  if (cpuHourPrice !== undefined && gbHourPrice !== undefined && unit !== undefined) {
    return { cpuHour: cpuHourPrice, gigabyteHour: gbHourPrice, currency: unit };
  }
  const message = "--cpu-hour-price, --gb-hour-price and --currency go together";
  throw new CliError("TS_USAGE", message, "Give 0 for what costs nothing by itself.");
}

function amount(text: string): number {
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && Number.isFinite(value)) return value;
  throw new InvalidArgumentError("It must be a number such as 0.04.");
}

function currency(text: string): string {
  if (/^[A-Z]{3}$/.test(text)) return text;
  throw new InvalidArgumentError("It must be three capital letters (ISO 4217), such as EUR.");
}
