/** The probability of log odds. */
export function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** The log odds of a probability between 0 and 1. */
export function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
}
