package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.sensing.LidarSweep;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** U15: a lidar whose sweeps have much fewer points than they had, or return much more or less light. */
final class SweepCheck implements Check {
  private static final double SHARE_MIN = 0.5;
  private static final double MEMORY = 0.98;
  private static final int SWEEPS_MIN = 10;

  /** A few points tell how bright a sweep is. */
  private static final int STRIDE = 16;

  private final Map<String, Usual> lidars = new TreeMap<>();

  /** What one lidar's sweeps are like. */
  private static final class Usual {
    private double points;
    private double brightness;
    private int sweeps;

    void add(LidarSweep sweep, double bright) {
      double memory = sweeps == 0 ? 0.0 : MEMORY;
      points = memory * points + (1.0 - memory) * sweep.size();
      brightness = memory * brightness + (1.0 - memory) * bright;
      sweeps++;
    }
  }

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof LidarSweep sweep) {
      look(sweep, lidars.computeIfAbsent(sweep.sensorId(), id -> new Usual()), alarms);
    }
  }

  private static void look(LidarSweep sweep, Usual usual, Consumer<Alarm> alarms) {
    boolean isKnown = usual.sweeps >= SWEEPS_MIN;
    if (isKnown && sweep.size() < SHARE_MIN * usual.points) {
      raise(
          alarms,
          sweep,
          1.0,
          String.format(Locale.ROOT, "%d points, usually %.0f", sweep.size(), usual.points));
      return;
    }
    double bright = brightness(sweep);
    if (isKnown
        && (bright < SHARE_MIN * usual.brightness || SHARE_MIN * bright > usual.brightness)) {
      raise(
          alarms,
          sweep,
          0.5,
          String.format(
              Locale.ROOT, "mean intensity %.0f, usually %.0f", bright, usual.brightness));
      return;
    }
    usual.add(sweep, bright);
  }

  private static double brightness(LidarSweep sweep) {
    long sum = 0;
    int count = 0;
    for (int i = 0; i < sweep.size(); i += STRIDE) {
      sum += sweep.intensity(i);
      count++;
    }
    return count > 0 ? sum / (double) count : 0.0;
  }

  private static void raise(
      Consumer<Alarm> alarms, LidarSweep sweep, double severity, String detail) {
    String sensor = sweep.sensorId();
    alarms.accept(new Alarm(sweep.timeNs(), "U15", Owner.SYSTEM, sensor, sensor, severity, detail));
  }
}
