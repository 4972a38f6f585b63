/** What a solver needs to know of the options. */
export interface SolverOptions {
  readonly match: "genotype" | "alleles";
  readonly strictPloidy: boolean;
  readonly respectPhase: boolean;
}
