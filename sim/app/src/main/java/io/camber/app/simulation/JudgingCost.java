package io.camber.app.simulation;

import java.util.Arrays;
import java.util.function.Supplier;

/** What the jury adds to a drive: the same drive without it and with it, in turn. */
public final class JudgingCost {
  private final Supplier<Simulation> drives;
  private final int drivesEach;

  /**
   * A measurement.
   *
   * @param drives makes the drive anew
   * @param drivesEach drives that are timed together
   */
  public JudgingCost(Supplier<Simulation> drives, int drivesEach) {
    this.drives = drives;
    this.drivesEach = drivesEach;
  }

  /** Shares of the bare drive's wall time, in ascending order, after a round of warm-up. */
  public double[] shares(int repeat) {
    double[] shares = new double[repeat];
    for (int i = -1; i < repeat; i++) {
      double bare = wall(false);
      double judged = wall(true);
      if (i >= 0) {
        shares[i] = judged / bare - 1.0;
      }
    }
    Arrays.sort(shares);
    return shares;
  }

  private double wall(boolean judged) {
    long total = 0;
    for (int i = 0; i < drivesEach; i++) {
      RunPreparation preparation = drives.get().preparation();
      DrivePlan plan = judged ? preparation.prepareJudged() : preparation.prepareUnwatched();
      long startNs = System.nanoTime();
      new LockstepDrive(plan, NodeBodies.HERE, Progress.SILENT, () -> false).drive();
      total += System.nanoTime() - startNs;
      plan.world().close();
    }
    return total;
  }
}
