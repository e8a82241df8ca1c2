package io.camber.app.divergence;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.plan.PlanContrast;
import io.camber.evaluation.plan.ScoreDivergence;
import java.util.List;

/** Planner divergence for programs, in SI units and nats. */
public final class DivergenceJson {
  private static final double NS = 1e-9;

  private DivergenceJson() {}

  public static String of(List<PlannerDivergence> drives) {
    JsonObject root = new JsonObject();
    root.addProperty("temperature", ScoreDivergence.TEMPERATURE);
    JsonArray all = new JsonArray();
    drives.forEach(drive -> all.add(drive(drive)));
    root.add("drives", all);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(root) + "\n";
  }

  private static JsonObject drive(PlannerDivergence drive) {
    JsonObject one = new JsonObject();
    one.addProperty("drive", drive.log().toString());
    one.addProperty("plans", drive.size());
    one.addProperty("otherPlans", drive.otherPlans());
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
    one.add("metrics", metrics);
    JsonArray worst = new JsonArray();
    drive.worst().forEach(moment -> worst.add(moment(moment)));
    one.add("worst", worst);
    return one;
  }

  private static JsonObject moment(PlanContrast moment) {
    JsonObject one = new JsonObject();
    one.addProperty("timeS", moment.timeNs() * NS);
    one.addProperty("divergenceNats", moment.divergenceNats());
    JsonObject distance = new JsonObject();
    moment.distanceM().forEach((horizon, there) -> distance.addProperty(horizon + "s", there));
    one.add("distanceM", distance);
    one.addProperty("perceived", moment.perceived());
    one.addProperty("truth", moment.truth());
    return one;
  }
}
