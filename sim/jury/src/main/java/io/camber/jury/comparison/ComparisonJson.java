package io.camber.jury.comparison;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** A comparison for other programs. */
public final class ComparisonJson {
  private static final String SCHEMA = "camber.comparison/1";

  private ComparisonJson() {}

  public static String of(Comparison comparison) {
    JsonObject json = new JsonObject();
    json.addProperty("schema", SCHEMA);
    json.addProperty("before", comparison.before());
    json.addProperty("after", comparison.after());
    json.addProperty("verdict", comparison.verdict().label());
    json.addProperty("pairs", comparison.pairs().size());
    JsonArray setups = new JsonArray();
    comparison.setups().forEach(setups::add);
    json.add("setups", setups);
    json.add("changed", keys(comparison.changed()));
    json.add("broken", keys(comparison.broken()));
    json.add("fixed", keys(comparison.fixed()));
    json.add("lost", keys(comparison.lost()));
    json.addProperty("outcomePValue", comparison.outcomePValue());
    JsonArray metrics = new JsonArray();
    comparison.metrics().forEach(metric -> metrics.add(toJson(metric)));
    json.add("metrics", metrics);
    comparison.gate().ifPresent(gate -> json.add("gate", toJson(gate)));
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n";
  }

  private static JsonArray keys(List<Pair> pairs) {
    JsonArray array = new JsonArray();
    for (Pair pair : pairs) {
      JsonObject one = new JsonObject();
      one.addProperty("scenario", pair.after().key().scenario());
      one.addProperty("variant", pair.after().key().variant());
      one.addProperty("seed", pair.after().key().seed());
      one.addProperty("before", pair.before().outcome().name());
      one.addProperty("after", pair.after().outcome().name());
      one.addProperty("reason", pair.after().reason());
      array.add(one);
    }
    return array;
  }

  private static JsonObject toJson(MetricChange metric) {
    JsonObject json = new JsonObject();
    json.addProperty("name", metric.name());
    json.addProperty("unit", metric.unit());
    json.addProperty("owner", metric.owner().label());
    json.addProperty("pairs", metric.pairs());
    json.addProperty("onlyBefore", metric.onlyBefore());
    json.addProperty("onlyAfter", metric.onlyAfter());
    json.addProperty("before", metric.before());
    json.addProperty("after", metric.after());
    json.addProperty("difference", metric.difference());
    if (!Double.isNaN(metric.low())) {
      json.addProperty("low", metric.low());
      json.addProperty("high", metric.high());
    }
    json.addProperty("pValue", metric.pValue());
    json.addProperty("least", metric.least());
    json.addProperty("verdict", metric.verdict().label());
    return json;
  }

  private static JsonObject toJson(GateResult gate) {
    JsonObject json = new JsonObject();
    json.addProperty("name", gate.name());
    json.addProperty("verdict", gate.verdict().label());
    JsonArray rows = new JsonArray();
    for (GateResult.Row row : gate.rows()) {
      JsonObject one = new JsonObject();
      one.addProperty("metric", row.metric());
      one.addProperty("rule", row.rule());
      one.addProperty("verdict", row.verdict().label());
      one.addProperty("detail", row.detail());
      rows.add(one);
    }
    json.add("rules", rows);
    return json;
  }
}
