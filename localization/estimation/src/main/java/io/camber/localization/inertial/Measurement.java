package io.camber.localization.inertial;

import io.camber.sensing.GnssFix;
import io.camber.sensing.WheelSpeeds;
import java.util.Comparator;

/** A correction waiting for, or kept after, its moment. The order is total, so a replay never depends on arrival. */
sealed interface Measurement {
  Comparator<Measurement> ORDER = Comparator.comparingLong(Measurement::timeNs)
      .thenComparingInt(Measurement::rank)
      .thenComparingLong(Measurement::sequence);

  long timeNs();

  long sequence();

  /** Order of sensors at one time. */
  int rank();

  /** Mean of the rear wheels. */
  record Wheels(WheelSpeeds speeds, long sequence) implements Measurement {
    @Override
    public long timeNs() {
      return speeds.timeNs();
    }

    @Override
    public int rank() {
      return 0;
    }
  }

  /** Satellite fix. */
  record Fix(GnssFix fix, long sequence) implements Measurement {
    @Override
    public long timeNs() {
      return fix.timeNs();
    }

    @Override
    public int rank() {
      return 1;
    }
  }
}
