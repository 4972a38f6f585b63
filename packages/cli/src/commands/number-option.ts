import { InvalidArgumentError } from "commander";

/** A parser of option values that accepts finite numbers for which `accepts` holds. */
export function numberThat(accepts: (value: number) => boolean, what: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === "" || !Number.isFinite(value) || !accepts(value)) {
      throw new InvalidArgumentError(`It must be ${what}.`);
    }
    return value;
  };
}
