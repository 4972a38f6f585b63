/** Points and weights of a quadrature rule. */
export interface Quadrature {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Gauss-Legendre rule on [low, high], exact for polynomials of degree 2n - 1. Roots of the Legendre polynomial by
 * Newton's method from Tricomi's approximation (Davis & Rabinowitz 1984, Methods of Numerical Integration, 2.7).
 *
 * @param n points, at least 1.
 */
export function gaussLegendre(n: number, low: number, high: number): Quadrature {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  const [middle, half] = [(low + high) / 2, (high - low) / 2];
  for (let index = 0; index < n; index++) {
    let x = Math.cos((Math.PI * (index + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 100; step++) {
      const polynomial = legendre(n, x);
      slope = polynomial.slope;
      const change = polynomial.value / slope;
      x -= change;
      if (Math.abs(change) < 1e-15) break;
    }
    nodes[n - 1 - index] = middle + half * x;
    weights[n - 1 - index] = (2 * half) / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}

/** Legendre polynomial of degree n and its derivative, by the three-term recurrence. */
function legendre(n: number, x: number): { value: number; slope: number } {
  let [previous, value] = [1, x];
  for (let degree = 2; degree <= n; degree++) {
    [previous, value] = [value, ((2 * degree - 1) * x * value - (degree - 1) * previous) / degree];
  }
  return { value, slope: (n * (x * value - previous)) / (x * x - 1) };
}
