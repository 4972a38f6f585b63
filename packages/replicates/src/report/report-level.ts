/** Confidence level of all intervals of a report. */
export const LEVEL = 0.95;

/** Bland & Altman 1999: the multiplier of limits of agreement. */
export const MULTIPLIER = 1.96;
