package io.camber.app.calibration;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.camber.calibration.CalibrationResult;
import io.camber.calibration.Estimate;
import io.camber.evaluation.judgement.Metric;

/** A calibration for programs, in SI units. */
public final class CalibrationJson {
  private CalibrationJson() {}

  public static String of(DriveCalibration drive) {
    JsonObject root = result(drive.result());
    JsonArray lidars = new JsonArray();
    drive.lidars().forEach(lidars::add);
    root.add("lidars", lidars);
    root.addProperty("truth", drive.truth().isKnown());
    root.add("metrics", metrics(drive));
    JsonArray growth = new JsonArray();
    drive.growth().forEach(one -> growth.add(result(one)));
    root.add("growth", growth);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(root) + "\n";
  }

  private static JsonObject result(CalibrationResult result) {
    JsonObject one = new JsonObject();
    one.addProperty("durationS", result.durationS());
    JsonObject estimates = new JsonObject();
    for (Estimate estimate : result.estimates()) {
      JsonObject entry = new JsonObject();
      entry.addProperty("unit", estimate.quantity().unit());
      entry.addProperty("published", result.published(estimate.quantity()));
      if (estimate.value().isPresent()) {
        entry.addProperty("value", estimate.value().getAsDouble());
        entry.addProperty("std", estimate.std());
        entry.addProperty("source", estimate.note());
      } else {
        entry.addProperty("absent", estimate.note());
      }
      estimates.add(estimate.quantity().label(), entry);
    }
    one.add("estimates", estimates);
    return one;
  }

  private static JsonObject metrics(DriveCalibration drive) {
    JsonObject metrics = new JsonObject();
    for (Metric metric : drive.metrics()) {
      JsonObject entry = new JsonObject();
      entry.addProperty("unit", metric.unit());
      if (metric.value().isPresent()) {
        entry.addProperty("value", metric.value().getAsDouble());
      } else {
        entry.addProperty("absent", metric.absence());
      }
      metrics.add(metric.name(), entry);
    }
    return metrics;
  }
}
