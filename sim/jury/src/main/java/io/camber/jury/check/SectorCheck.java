package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.sensing.LidarSweep;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * U15: a sector of a lidar's circle that always had points has none any more, as behind dirt. A sector that never had any, such as
 * behind the car's own roof, is not missed.
 */
final class SectorCheck implements Check {
  private static final int SECTORS = 36;

  /** 50 degrees: what a lorry beside the car takes away is still points. */
  private static final int SECTORS_MIN = 5;

  private static final int SWEEPS_MIN = 10;
  private static final double USUAL_SHARE = 0.9;

  /** A few points tell whether there are any. */
  private static final int STRIDE = 8;

  private final Map<String, Circle> circles = new TreeMap<>();

  /** What one lidar saw by sector. */
  private static final class Circle {
    private final boolean[] now = new boolean[SECTORS];
    private final int[] seen = new int[SECTORS];
    private final int[] empty = new int[SECTORS];
    private int sweeps;

    void add(LidarSweep sweep) {
      Arrays.fill(now, false);
      for (int i = 0; i < sweep.size(); i += STRIDE) {
        double azimuth = StrictMath.atan2(sweep.y(i), sweep.x(i));
        int sector = (int) Math.floor((azimuth / (2.0 * Math.PI) + 0.5) * SECTORS);
        now[Math.min(sector, SECTORS - 1)] = true;
      }
      sweeps++;
      for (int i = 0; i < SECTORS; i++) {
        seen[i] += now[i] ? 1 : 0;
        empty[i] = now[i] ? 0 : empty[i] + 1;
      }
    }

    private boolean isLost(int sector) {
      int before = sweeps - empty[sector];
      return empty[sector] >= SWEEPS_MIN
          && before >= SWEEPS_MIN
          && seen[sector] >= USUAL_SHARE * before;
    }

    /** The longest row of lost sectors, around the circle. */
    int lost() {
      int longest = 0;
      int row = 0;
      for (int i = 0; i < 2 * SECTORS; i++) {
        row = isLost(i % SECTORS) ? row + 1 : 0;
        longest = Math.max(longest, row);
      }
      return Math.min(longest, SECTORS);
    }
  }

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof LidarSweep sweep) {
      Circle circle = circles.computeIfAbsent(sweep.sensorId(), id -> new Circle());
      circle.add(sweep);
      int lost = circle.lost();
      if (lost >= SECTORS_MIN) {
        alarms.accept(new Alarm(
            sweep.timeNs(),
            "U15",
            Owner.SYSTEM,
            sweep.sensorId(),
            sweep.sensorId(),
            0.5,
            String.format(Locale.ROOT, "nothing any more in %d degrees", lost * 360 / SECTORS)));
      }
    }
  }
}
