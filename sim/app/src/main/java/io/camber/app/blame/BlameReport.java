package io.camber.app.blame;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.camber.evaluation.report.drawing.Markup;
import io.camber.jury.attribution.Attribution;
import io.camber.jury.attribution.AttributionText;
import io.camber.jury.attribution.Component;
import io.camber.jury.page.HtmlTable;
import io.camber.jury.page.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A finding for people and programs. */
public final class BlameReport {
  private static final String SCHEMA = "camber.blame/1";
  private static final double NS = 1e-9;

  private BlameReport() {}

  public static String toJson(Blame.Finding finding) {
    Attribution attribution = finding.attribution();
    JsonObject json = new JsonObject();
    json.addProperty("schema", SCHEMA);
    json.addProperty("hash", finding.hash());
    json.addProperty("event", finding.event().kind());
    json.addProperty("timeS", finding.event().timeNs() * NS);
    json.addProperty("detail", finding.event().detail());
    json.addProperty("kind", attribution.kind().name().toLowerCase(Locale.ROOT));
    JsonArray butFor = new JsonArray();
    attribution.butFor().forEach(component -> butFor.add(component.label()));
    json.add("butFor", butFor);
    attribution.origin().ifPresent(component -> json.addProperty("origin", component.label()));
    JsonObject shares = new JsonObject();
    attribution
        .shares()
        .forEach((component, share) -> shares.addProperty(component.label(), share));
    json.add("shares", shares);
    if (attribution.fixBeforeNs() >= 0) {
      json.addProperty("fixBeforeS", attribution.fixBeforeNs() * NS);
    }
    finding.parting().ifPresent(message -> json.addProperty("firstDiverging", message));
    if (!finding.avoidedBy().isEmpty()) {
      JsonObject better = new JsonObject();
      finding.avoidedBy().forEach((what, avoids) -> better.addProperty(what.label(), avoids));
      json.add("avoidedBy", better);
    }
    json.addProperty("drives", attribution.drives());
    json.addProperty("text", text(finding));
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n";
  }

  public static String text(Blame.Finding finding) {
    return AttributionText.of(
            finding.attribution(),
            finding.event().kind() + " (" + finding.event().detail() + ")",
            finding.event().timeNs())
        + finding
            .parting()
            .map(message -> " The first message that then differs is " + message + ".")
            .orElse("")
        + whatIf(finding);
  }

  private static String whatIf(Blame.Finding finding) {
    return finding.avoidedBy().isEmpty()
        ? ""
        : " With what no car has: "
            + finding.avoidedBy().entrySet().stream()
                .map(one -> one.getKey().label() + (one.getValue() ? " avoids it" : " does not"))
                .collect(Collectors.joining(", "))
            + ".";
  }

  /** Paragraph, bars and table. */
  public static String toHtml(Blame.Finding finding, String run) {
    Attribution attribution = finding.attribution();
    HtmlTable table = new HtmlTable(List.of("component", "owner", "#share", "alone enough", ""));
    for (Map.Entry<Component, Double> one : attribution.shares().entrySet()) {
      double share = 100.0 * one.getValue();
      table.rawRow(
          "",
          List.of(
              one.getKey().label(),
              one.getKey().owner().label(),
              String.format(Locale.ROOT, "%.0f %%", share),
              attribution.butFor().contains(one.getKey()) ? "yes" : "no",
              String.format(
                  Locale.ROOT,
                  "<div class=\"bar\" style=\"width:240px\"><i style=\"width:%.0f%%\"></i></div>",
                  share)));
    }
    return new Page(
            attribution.shares().isEmpty() ? "nobody" : "blame",
            attribution.shares().isEmpty() ? "open" : "bad",
            finding.event().kind() + " in " + run,
            finding.event().detail())
        .section("Who is to blame", "<p>" + Markup.escape(text(finding)) + "</p>" + table.toHtml())
        .section(
            "How it was found",
            "<p>The drive was made again from its start with components replaced by ideal twins from 8 s before the"
                + " event on; what then no longer happens is due to them. The drive as recorded repeated to the bit.</p>")
        .toHtml();
  }
}
