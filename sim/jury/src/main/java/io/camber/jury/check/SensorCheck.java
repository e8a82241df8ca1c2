package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.sensing.GnssFix;
import io.camber.sensing.ImuSample;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** U15: an IMU or a satellite receiver that says the same thing again and again. */
final class SensorCheck implements Check {
  private static final int SAME_MAX = 20;
  private static final int FIXES_SAME_MAX = 5;

  private @Nullable ImuSample imu;
  private int imuSame;
  private @Nullable GnssFix fix;
  private int fixSame;

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof ImuSample sample) {
      boolean same = imu != null
          && Objects.equals(imu.specificForceMps2(), sample.specificForceMps2())
          && Objects.equals(imu.angularRateRadps(), sample.angularRateRadps());
      imuSame = same ? imuSame + 1 : 0;
      imu = sample;
      if (imuSame == SAME_MAX) {
        raise(alarms, sample.timeNs(), envelope.topic(), "the same sample " + SAME_MAX + " times");
      }
    } else if (value instanceof GnssFix newest) {
      boolean same = fix != null
          && fix.toString()
              .replaceFirst("timeNs=\\d+", "")
              .equals(newest.toString().replaceFirst("timeNs=\\d+", ""));
      fixSame = same ? fixSame + 1 : 0;
      fix = newest;
      if (fixSame == FIXES_SAME_MAX) {
        raise(
            alarms, newest.timeNs(), envelope.topic(), "the same fix " + FIXES_SAME_MAX + " times");
      }
    }
  }

  private static void raise(Consumer<Alarm> alarms, long timeNs, String sensor, String detail) {
    alarms.accept(new Alarm(timeNs, "U15", Owner.SYSTEM, sensor, sensor, 1.0, detail));
  }
}
