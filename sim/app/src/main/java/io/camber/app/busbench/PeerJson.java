package io.camber.app.busbench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** The report as JSON: all single figures beside what the table says. Round trips in us, throughput in MB/s, cores in ns. */
public final class PeerJson {
  private static final Gson GSON = new GsonBuilder()
      .setPrettyPrinting()
      .disableHtmlEscaping()
      .serializeNulls()
      .create();

  private final PeerReport report;

  public PeerJson(PeerReport report) {
    this.report = report;
  }

  public String text() {
    JsonObject all = new JsonObject();
    all.addProperty("java", System.getProperty("java.version"));
    all.addProperty("processors", Runtime.getRuntime().availableProcessors());
    JsonArray leftOut = new JsonArray();
    report.leftOut().forEach(leftOut::add);
    all.add("leftOut", leftOut);
    JsonArray cells = new JsonArray();
    report.comparisons().forEach(each -> cells.add(cell(each)));
    all.add("cells", cells);
    return GSON.toJson(all) + "\n";
  }

  private static JsonObject cell(Comparison comparison) {
    Cell cell = comparison.cell();
    JsonObject json = new JsonObject();
    json.addProperty("work", cell.work().title());
    json.addProperty("bytes", cell.bytes());
    json.addProperty("unit", cell.work().unit());
    JsonArray contenders = new JsonArray();
    comparison.series().forEach(each -> contenders.add(series(each)));
    json.add("contenders", contenders);
    JsonArray ratios = new JsonArray();
    comparison.ratios().forEach(each -> ratios.add(ratio(cell.work(), each)));
    json.add("ratios", ratios);
    return json;
  }

  private static JsonObject series(Series series) {
    JsonObject json = new JsonObject();
    json.addProperty("name", series.name());
    json.add("median", number(series.median()));
    json.add("min", number(series.min()));
    json.add("max", number(series.max()));
    json.addProperty("lost", series.lost());
    JsonArray values = new JsonArray();
    JsonArray cores = new JsonArray();
    for (Series.Measured each : series.repetitions()) {
      values.add(number(each.value()));
      cores.add(number(each.coresNs()));
    }
    json.add("values", values);
    json.add("coresNs", cores);
    return json;
  }

  private static JsonObject ratio(Work work, Ratio ratio) {
    JsonObject json = new JsonObject();
    json.addProperty("against", ratio.against());
    json.add("ratio", number(ratio.ofMedians()));
    JsonArray each = new JsonArray();
    ratio.byRepetition().forEach(value -> each.add(number(value)));
    json.add("byRepetition", each);
    if (ratio.bar().isJudged()) {
      json.addProperty(work.isRoundTrip() ? "atMost" : "atLeast", ratio.bar().limit());
      json.addProperty("met", ratio.bar().isMet(work, ratio.ofMedians()));
    }
    return json;
  }

  private static JsonElement number(double value) {
    return Double.isNaN(value) ? JsonNull.INSTANCE : new JsonPrimitive(value);
  }
}
