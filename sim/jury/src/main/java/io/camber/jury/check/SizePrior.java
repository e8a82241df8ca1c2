package io.camber.jury.check;

import io.camber.geometry.Size3;
import io.camber.scene.ObjectClass;
import java.util.Optional;

/**
 * How large road users of a class are: a Gaussian of the logarithms of length, width and height, learned from the labelled objects of
 * nine training sequences of KITTI tracking (Geiger, Lenz, Urtasun 2012), each object once. Only a part of a body may be seen, so less
 * than the mean counts as the mean.
 */
final class SizePrior {
  /** 380 cars and 34 vans; the least likely of them is at a squared distance of 41. */
  private static final SizePrior CAR =
      new SizePrior(new double[] {1.3765, 0.4864, 0.4391}, new double[][] {
        {0.01591, 0.00543, 0.00851}, {0.00543, 0.00677, 0.00673}, {0.00851, 0.00673, 0.01733}
      });

  /** 23 pedestrians; the least likely of them is at 10. */
  private static final SizePrior PEDESTRIAN =
      new SizePrior(new double[] {-0.5872, -0.6347, 0.5241}, new double[][] {
        {0.20058, 0.05266, 0.00378}, {0.05266, 0.04860, 0.00450}, {0.00378, 0.00450, 0.00502}
      });

  private final double[] mean;
  private final double[][] factor;

  private SizePrior(double[] mean, double[][] covariance) {
    this.mean = mean;
    this.factor = cholesky(covariance);
  }

  /** Empty for classes of which there were too few to learn from. */
  static Optional<SizePrior> of(ObjectClass objectClass) {
    return switch (objectClass) {
      case CAR -> Optional.of(CAR);
      case PEDESTRIAN -> Optional.of(PEDESTRIAN);
      case BICYCLE, MOTORCYCLE, TRUCK, BUS, UNKNOWN -> Optional.empty();
    };
  }

  /** Squared Mahalanobis distance of what is more than the mean: -2 log p but for a constant. */
  double squared(Size3 size) {
    double[] over = {
      Math.max(0.0, StrictMath.log(size.lengthM()) - mean[0]),
      Math.max(0.0, StrictMath.log(size.widthM()) - mean[1]),
      Math.max(0.0, StrictMath.log(size.heightM()) - mean[2])
    };
    double sum = 0.0;
    double[] solved = new double[over.length];
    for (int i = 0; i < over.length; i++) {
      double rest = over[i];
      for (int j = 0; j < i; j++) {
        rest -= factor[i][j] * solved[j];
      }
      solved[i] = rest / factor[i][i];
      sum += solved[i] * solved[i];
    }
    return sum;
  }

  /** The lower triangle whose product with its transpose is the matrix. */
  private static double[][] cholesky(double[][] matrix) {
    double[][] lower = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = matrix[i][j];
        for (int k = 0; k < j; k++) {
          rest -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
      }
    }
    return lower;
  }
}
