/** Lower and upper bound, in the unit of the estimate. */
export type Interval = readonly [low: number, high: number];

/** Why a statistic of well-formed input has no value; a reader sees it beside the empty field. */
export type UndefinedReason =
  | "no data"
  | "too few values"
  | "no variation"
  | "no variation between subjects"
  | "mean is zero"
  | "mean below the floor"
  | "value not positive"
  | "denominator is zero"
  | "negative variance"
  | "no residual variation"
  | "too few degrees of freedom"
  | "too few blocks"
  | "too few blocks with records"
  | "not converged"
  | "all ratings in one category"
  | "estimate outside of the interval's domain";
