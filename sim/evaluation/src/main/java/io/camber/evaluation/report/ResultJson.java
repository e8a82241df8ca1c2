package io.camber.evaluation.report;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.camber.evaluation.judgement.Judgement;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Limit;
import io.camber.evaluation.judgement.Metric;
import java.util.Locale;

/**
 * {@code result.json}. Keys come in a fixed order; what was not measured has no value, never null or zero, but the
 * reason in {@code absent}. A metric has {@code value, unit, limit, owner} and, with a limit, {@code limitKind} (atMost or atLeast), {@code hard} and {@code ok}.
 */
public final class ResultJson {
  /** Changes with every incompatible change of the form. */
  public static final String SCHEMA = "camber.result/1";

  private ResultJson() {}

  /** The file's content, ending in a line break. */
  public static String of(RunFacts facts, Judgement judgement) {
    JsonObject result = new JsonObject();
    result.addProperty("schema", SCHEMA);
    result.addProperty("scenario", facts.scenario());
    result.addProperty("seed", facts.seed());
    result.addProperty("outcome", judgement.outcome().name());
    result.addProperty("reason", judgement.reason());
    addFinite(result, "simulatedS", facts.simulatedS());
    addFinite(result, "wallS", facts.wallS());
    addFinite(result, "realTimeFactor", facts.realTimeFactor());
    result.addProperty("hash", facts.hash());
    JsonObject versions = new JsonObject();
    facts.versions().forEach(versions::addProperty);
    result.add("versions", versions);
    result.addProperty("command", facts.command());
    result.addProperty("perception", facts.truthPerception() ? "truth" : "sensors");
    JsonObject metrics = new JsonObject();
    judgement.metrics().forEach(metric -> metrics.add(metric.name(), metric(metric)));
    result.add("metrics", metrics);
    JsonArray events = new JsonArray();
    judgement.events().forEach(event -> events.add(event(event)));
    result.add("events", events);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(result)
        + "\n";
  }

  private static JsonObject metric(Metric metric) {
    JsonObject json = new JsonObject();
    metric.value().ifPresent(value -> addFinite(json, "value", value));
    if (metric.value().isEmpty()) {
      json.addProperty("absent", metric.absence());
    }
    json.addProperty("unit", metric.unit());
    metric.limit().ifPresent(limit -> {
      addFinite(json, "limit", limit.value());
      json.addProperty("limitKind", limit.kind() == Limit.Kind.AT_MOST ? "atMost" : "atLeast");
      json.addProperty("hard", limit.hard());
      if (metric.value().isPresent()) {
        json.addProperty("ok", metric.isWithinLimit());
      }
    });
    json.addProperty("owner", metric.owner().label());
    json.addProperty("better", metric.better().name().toLowerCase(Locale.ROOT));
    return json;
  }

  private static JsonObject event(KeyEvent event) {
    JsonObject json = new JsonObject();
    addFinite(json, "timeS", event.timeNs() / 1e9);
    json.addProperty("kind", event.kind());
    json.addProperty("severity", event.severity().name().toLowerCase(Locale.ROOT));
    json.addProperty("detail", event.detail());
    return json;
  }

  private static void addFinite(JsonObject json, String key, double value) {
    if (Double.isFinite(value)) {
      json.addProperty(key, value);
    }
  }
}
