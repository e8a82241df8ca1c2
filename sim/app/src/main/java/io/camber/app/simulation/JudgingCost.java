package io.camber.app.simulation;

import com.sun.management.OperatingSystemMXBean;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.MessageListener;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the jury adds to a drive: the same drive without it and with it, in turn, and the other way round in every second round.
 * In processor time of the whole process, collecting of garbage and compiling included, so that who else is on the machine
 * counts less.
 */
public final class JudgingCost {
  private static final int WARM_UP_ROUNDS = 4;

  private final Supplier<Simulation> drives;
  private final int drivesEach;
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /**
   * Shares of the bare drive's time, each in ascending order.
   *
   * @param added what the judged drive takes longer
   * @param inside wall time in which the jury looks at messages, without what it makes slower elsewhere
   */
  public record Shares(List<Double> added, List<Double> inside) {
    public Shares {
      added = List.copyOf(added);
      inside = List.copyOf(inside);
    }
  }

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

  /** After rounds of warm-up. */
  public Shares shares(int repeat) {
    List<Double> added = new ArrayList<>();
    List<Double> inside = new ArrayList<>();
    for (int i = -WARM_UP_ROUNDS; i < repeat; i++) {
      Stopwatch watch = new Stopwatch();
      double bare = 0.0;
      double judged = 0.0;
      for (int j = 0; j < drivesEach; j++) {
        boolean bareFirst = (i + j) % 2 == 0;
        bare += bareFirst ? bare() : 0.0;
        judged += judged(watch);
        bare += bareFirst ? 0.0 : bare();
      }
      if (i >= 0) {
        added.add(judged / bare - 1.0);
        inside.add(watch.spentNs / bare);
      }
    }
    Collections.sort(added);
    Collections.sort(inside);
    return new Shares(added, inside);
  }

  private double bare() {
    return cpuNs(drives.get().preparation().prepareUnwatched());
  }

  private double judged(Stopwatch watch) {
    DrivePlan plan = drives.get().preparation().prepareJudged();
    return cpuNs(plan.watchedBy(plan.listeners().stream().map(watch::on).toList()));
  }

  private double cpuNs(DrivePlan plan) {
    System.gc();
    long startNs = system.getProcessCpuTime();
    new LockstepDrive(plan, NodeBodies.HERE, Progress.SILENT, () -> false).drive();
    double spentNs = system.getProcessCpuTime() - startNs;
    plan.world().close();
    return spentNs;
  }

  /** Sums up the time that listeners take. */
  private static final class Stopwatch {
    private long spentNs;

    MessageListener on(MessageListener listener) {
      return message -> time(listener, message);
    }

    private void time(MessageListener listener, BusMessage<?> message) {
      long startNs = System.nanoTime();
      listener.onMessage(message);
      spentNs += System.nanoTime() - startNs;
    }
  }
}
