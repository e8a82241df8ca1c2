package io.camber.control.lateral;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Infinite-horizon discrete linear-quadratic regulator, by the structure-preserving doubling algorithm: Chu, Fan, Lin and
 * Wang, "Structure-preserving algorithms for periodic discrete-time algebraic Riccati equations", 2004.
 */
final class Riccati {
  /** Doubling covers 2^i steps in i rounds; 40 rounds are far beyond any useful horizon. */
  private static final int ROUNDS_MAX = 40;

  private static final double TOLERANCE = 1e-12;

  private Riccati() {}

  /** Row gain K of the law u = -K x for x' = A x + B u and cost x'Q x + r u^2. */
  static double[] gain(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj q, double r) {
    DMatrixRMaj p = solve(a, b, q, r);
    DMatrixRMaj bTp = new DMatrixRMaj(1, a.numRows);
    CommonOps_DDRM.multTransA(b, p, bTp);
    DMatrixRMaj bTpa = new DMatrixRMaj(1, a.numRows);
    CommonOps_DDRM.mult(bTp, a, bTpa);
    double scale = r + CommonOps_DDRM.dot(bTp, b);
    CommonOps_DDRM.divide(bTpa, scale);
    return bTpa.data.clone();
  }

  static DMatrixRMaj solve(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj q, double r) {
    int n = a.numRows;
    DMatrixRMaj ak = a.copy();
    DMatrixRMaj g = new DMatrixRMaj(n, n);
    CommonOps_DDRM.multTransB(1.0 / r, b, b, g);
    DMatrixRMaj h = q.copy();
    for (int round = 0; round < ROUNDS_MAX; round++) {
      DMatrixRMaj w = new DMatrixRMaj(n, n);
      CommonOps_DDRM.mult(g, h, w);
      for (int i = 0; i < n; i++) {
        w.add(i, i, 1.0);
      }
      DMatrixRMaj inverse = new DMatrixRMaj(n, n);
      if (!CommonOps_DDRM.invert(w, inverse)) {
        throw new IllegalArgumentException("system has no regulator: I + GH is singular");
      }
      DMatrixRMaj v1 = product(inverse, ak);
      DMatrixRMaj v2 = product(inverse, g);
      DMatrixRMaj step = new DMatrixRMaj(n, n);
      CommonOps_DDRM.multTransA(ak, product(h, v1), step);
      DMatrixRMaj spread = new DMatrixRMaj(n, n);
      CommonOps_DDRM.multTransB(product(ak, v2), ak, spread);
      CommonOps_DDRM.addEquals(g, spread);
      CommonOps_DDRM.addEquals(h, step);
      ak = product(ak, v1);
      if (CommonOps_DDRM.elementMaxAbs(step)
          <= TOLERANCE * Math.max(1.0, CommonOps_DDRM.elementMaxAbs(h))) {
        return h;
      }
    }
    throw new IllegalArgumentException("system has no regulator: the Riccati iteration diverges");
  }

  private static DMatrixRMaj product(DMatrixRMaj left, DMatrixRMaj right) {
    DMatrixRMaj result = new DMatrixRMaj(left.numRows, right.numCols);
    CommonOps_DDRM.mult(left, right, result);
    return result;
  }
}
