package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.evaluation.judgement.Owner;
import io.camber.scene.Detection;
import io.camber.scene.Detections;
import io.camber.scene.ObjectClass;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * U9: a detection with less than a tenth of the lidar points that a box of its size and distance should have. Expected is one
 * point for each beam that would meet the face turned to the sensor, of a sensor with beams {@value #ACROSS_DEGREES} degrees apart
 * across and {@value #ALONG_DEGREES} up.
 */
final class PointSupportCheck implements Check {
  private static final double ACROSS_DEGREES = 0.2;
  private static final double ALONG_DEGREES = 1.0;
  private static final double SHARE_MIN = 0.1;
  private static final double RANGE_M_MAX = 60.0;

  /** Fewer expected points than this say nothing. */
  private static final double EXPECTED_MIN = 40.0;

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof Detections detections) {
      for (Detection one : detections.detections()) {
        double range = one.center().position().length();
        double expected = expected(one, range);
        boolean judged = one.objectClass() != ObjectClass.UNKNOWN
            && one.pointCount() > 0
            && range < RANGE_M_MAX
            && expected > EXPECTED_MIN;
        if (judged && one.pointCount() < SHARE_MIN * expected) {
          alarms.accept(new Alarm(
              detections.timeNs(),
              "U9",
              Owner.PERCEPTION,
              Classes.label(one.objectClass()),
              String.format(Locale.ROOT, "detection at %.0f m", range),
              0.5,
              String.format(
                  Locale.ROOT,
                  "a %s with %d points, %.0f expected",
                  Classes.label(one.objectClass()),
                  one.pointCount(),
                  expected)));
        }
      }
    }
  }

  private static double expected(Detection one, double rangeM) {
    double across = Math.min(one.size().widthM(), one.size().lengthM());
    double columns = across / (rangeM * Math.toRadians(ACROSS_DEGREES));
    double rows = one.size().heightM() / (rangeM * Math.toRadians(ALONG_DEGREES));
    return columns * rows;
  }
}
