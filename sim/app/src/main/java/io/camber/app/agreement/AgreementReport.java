package io.camber.app.agreement;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Agreement with recordings for people and for programs. */
public final class AgreementReport {
  private final List<ScenarioAgreement> agreements;

  public AgreementReport(List<ScenarioAgreement> agreements) {
    this.agreements = List.copyOf(agreements);
  }

  /** A table by suite of those that bind, then every scenario that differs. */
  public void print(PrintWriter out) {
    out.printf("%-20s %16s %22s%n", "suite", "motion alike", "happenings alike");
    Map<String, List<ScenarioAgreement>> suites = exact().stream()
        .collect(Collectors.groupingBy(
            each -> each.reference().suite(), TreeMap::new, Collectors.toList()));
    suites.forEach((suite, members) -> line(out, suite, members));
    line(out, "all", exact());
    for (ScenarioAgreement each : agreements) {
      if (!each.movesAlike() || !each.differences().isEmpty()) {
        out.printf(
            Locale.ROOT,
            "%s (%s): %.1f %% of samples inside, %d of %d happenings differ%n",
            each.reference().id(),
            each.reference().quality(),
            100.0 * each.inside(),
            each.differences().size(),
            each.compared());
        each.differences().forEach(difference -> out.println("  " + difference));
      }
    }
    out.flush();
  }

  private List<ScenarioAgreement> exact() {
    return agreements.stream().filter(each -> each.reference().isExact()).toList();
  }

  private static void line(PrintWriter out, String name, List<ScenarioAgreement> members) {
    long alike = members.stream().filter(ScenarioAgreement::movesAlike).count();
    int compared = members.stream().mapToInt(ScenarioAgreement::compared).sum();
    int different = members.stream().mapToInt(each -> each.differences().size()).sum();
    out.printf(
        Locale.ROOT,
        "%-20s %16s %22s%n",
        name,
        alike + " of " + members.size(),
        (compared - different) + " of " + compared);
  }

  public String toJson() {
    JsonArray all = new JsonArray();
    for (ScenarioAgreement each : agreements) {
      JsonObject scenario = new JsonObject();
      scenario.addProperty("id", each.reference().id());
      scenario.addProperty("suite", each.reference().suite());
      scenario.addProperty("quality", each.reference().quality());
      scenario.addProperty("inside", each.inside());
      scenario.addProperty("compared", each.compared());
      JsonArray differences = new JsonArray();
      each.differences().forEach(difference -> differences.add(json(difference)));
      scenario.add("differences", differences);
      all.add(scenario);
    }
    return new GsonBuilder().setPrettyPrinting().create().toJson(all) + "\n";
  }

  private static JsonObject json(Difference difference) {
    JsonObject json = new JsonObject();
    json.addProperty("element", difference.element());
    json.addProperty("change", difference.change());
    add(json, "recorded_s", difference.recordedS());
    add(json, "own_s", difference.ownS());
    return json;
  }

  private static void add(JsonObject json, String key, OptionalDouble value) {
    value.ifPresent(present -> json.addProperty(key, present));
  }
}
