/** A segment with fewer values is not evaluable: the power of a test for a trend is next to nothing. */
export const MINIMUM_VALUES = 8;
