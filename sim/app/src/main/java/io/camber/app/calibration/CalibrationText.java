package io.camber.app.calibration;

import io.camber.calibration.CalibrationResult;
import io.camber.calibration.Estimate;
import io.camber.calibration.Quantity;
import io.camber.evaluation.judgement.Metric;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A calibration as a table for people, in degrees, centimetres and milliseconds where people use them. */
public final class CalibrationText {
  private final DriveCalibration drive;
  private final StringBuilder text = new StringBuilder();

  /** How a unit is shown. */
  private record Scale(double factor, String unit, int digits) {
    static Scale of(Quantity quantity) {
      return switch (quantity) {
        case LIDAR_ROLL, LIDAR_PITCH, LIDAR_YAW, STEERING_OFFSET ->
          new Scale(Math.toDegrees(1.0), "deg", 3);
        case LIDAR_X, LIDAR_Y, LIDAR_HEIGHT -> new Scale(1.0, "m", 3);
        case LIDAR_CLOCK -> new Scale(1e3, "ms", 1);
        case GYRO_BIAS -> new Scale(Math.toDegrees(1.0), "deg/s", 4);
        case WHEEL_SCALE, STEERING_RATIO -> new Scale(1.0, "", 4);
      };
    }

    String show(double value) {
      return String.format(Locale.ROOT, "%." + digits + "f", factor * value);
    }
  }

  private CalibrationText(DriveCalibration drive) {
    this.drive = drive;
  }

  public static String of(DriveCalibration drive) {
    return new CalibrationText(drive).write();
  }

  private String write() {
    CalibrationResult result = drive.result();
    boolean hasTruth = drive.truth().isKnown();
    text.append(String.format(
        Locale.ROOT, "%s  %.1f s  %s%n", drive.log(), result.durationS(), lidars(drive.lidars())));
    line("", "published", "found", "one sigma", hasTruth ? "error" : "", "");
    for (Estimate estimate : result.estimates()) {
      add(result, estimate);
    }
    if (hasTruth) {
      total("calibration.rotationError", "rotation", Math.toDegrees(1.0), "deg");
      total("calibration.translationError", "translation", 1.0, "m");
    }
    List<String> off = Deviation.off(result);
    if (!drive.isAnythingKnown()) {
      text.append("Nothing could be calibrated.\n");
    } else if (off.isEmpty()) {
      text.append("Nothing is off by more than " + Deviation.SIGMAS + " sigma.\n");
    } else {
      text.append(
          "Off by more than " + Deviation.SIGMAS + " sigma: " + String.join(", ", off) + "\n");
    }
    return text.toString();
  }

  private static String lidars(List<String> ids) {
    if (ids.isEmpty()) {
      return "no lidar";
    }
    String others = String.join(", ", ids.subList(1, ids.size()));
    return "lidar: " + ids.get(0) + (others.isEmpty() ? "" : " (left out: " + others + ")");
  }

  private void add(CalibrationResult result, Estimate estimate) {
    Quantity quantity = estimate.quantity();
    Scale scale = Scale.of(quantity);
    String published = scale.show(result.published(quantity));
    if (estimate.value().isEmpty()) {
      text.append(String.format(
          Locale.ROOT,
          "  %-16s %10s   not observable on this drive: %s%n",
          quantity.label(),
          published,
          estimate.note()));
      return;
    }
    double value = estimate.value().getAsDouble();
    OptionalDouble truth = drive.truth().of(quantity);
    line(
        quantity.label(),
        published,
        scale.show(value),
        scale.show(estimate.std()),
        truth.isPresent() ? scale.show(value - truth.getAsDouble()) : "",
        String.format(Locale.ROOT, "%-6s %s", scale.unit(), estimate.note()));
  }

  private void line(
      String name, String published, String found, String std, String error, String note) {
    text.append(String.format(
            Locale.ROOT,
            "  %-16s %10s %10s %10s %10s  %s",
            name,
            published,
            found,
            std,
            error,
            note)
        .stripTrailing());
    text.append('\n');
  }

  private void total(String name, String label, double factor, String unit) {
    for (Metric metric : drive.metrics()) {
      if (metric.name().equals(name) && metric.value().isPresent()) {
        text.append(String.format(
            Locale.ROOT,
            "  error of the %s: %.3f %s%n",
            label,
            factor * metric.value().getAsDouble(),
            unit));
      }
    }
  }
}
