package io.camber.jury.ticket;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.camber.evaluation.judgement.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** A run of the book as JSON. */
final class RunJson {
  private RunJson() {}

  static JsonObject toJson(BookRun run) {
    JsonObject json = new JsonObject();
    json.addProperty("run", run.run());
    json.addProperty("scenario", run.drive().scenario());
    json.addProperty("setup", run.drive().setup());
    json.addProperty("seed", run.drive().seed());
    json.addProperty("hash", run.hash());
    json.addProperty("madeMs", run.madeMs());
    json.addProperty("miles", run.miles());
    JsonArray asked = new JsonArray();
    run.answers().values().forEach(answer -> asked.add(toJson(answer)));
    json.add("asked", asked);
    return json;
  }

  private static JsonObject toJson(BookRun.Answer answer) {
    JsonObject json = new JsonObject();
    json.addProperty("check", answer.check());
    json.addProperty("version", answer.asked().version());
    if (!answer.asked().against().isEmpty()) {
      json.addProperty("against", answer.asked().against());
    }
    json.addProperty("untilNs", answer.asked().untilNs());
    if (!answer.findings().isEmpty()) {
      JsonArray found = new JsonArray();
      answer.findings().forEach(finding -> found.add(toJson(finding)));
      json.add("findings", found);
    }
    return json;
  }

  private static JsonObject toJson(Finding finding) {
    JsonObject json = new JsonObject();
    json.addProperty("owner", finding.owner().label());
    json.addProperty("kind", finding.kind());
    json.addProperty("firstNs", finding.firstNs());
    json.addProperty("lastNs", finding.lastNs());
    json.addProperty("count", finding.count());
    json.addProperty("severity", finding.severity());
    json.addProperty("worstNs", finding.worstNs());
    json.addProperty("detail", finding.detail());
    return json;
  }

  static BookRun of(JsonObject json) {
    TreeMap<String, BookRun.Answer> answers = new TreeMap<>();
    for (JsonElement one : json.getAsJsonArray("asked")) {
      BookRun.Answer answer = answer(one.getAsJsonObject());
      answers.put(answer.label(), answer);
    }
    return new BookRun(
        json.get("run").getAsString(),
        new DriveId(
            json.get("scenario").getAsString(),
            json.get("setup").getAsString(),
            json.get("seed").getAsLong()),
        json.get("hash").getAsString(),
        json.get("madeMs").getAsLong(),
        json.get("miles").getAsDouble(),
        answers);
  }

  private static BookRun.Answer answer(JsonObject json) {
    String check = json.get("check").getAsString();
    Asked asked = new Asked(
        json.get("version").getAsInt(),
        json.has("against") ? json.get("against").getAsString() : "",
        json.get("untilNs").getAsLong());
    List<Finding> findings = new ArrayList<>();
    if (json.has("findings")) {
      json.getAsJsonArray("findings")
          .forEach(one -> findings.add(finding(check, one.getAsJsonObject())));
    }
    return new BookRun.Answer(check, asked, findings);
  }

  private static Finding finding(String check, JsonObject json) {
    return new Finding(
        check,
        Owner.valueOf(json.get("owner").getAsString().toUpperCase(Locale.ROOT)),
        json.get("kind").getAsString(),
        json.get("firstNs").getAsLong(),
        json.get("lastNs").getAsLong(),
        json.get("count").getAsInt(),
        json.get("severity").getAsDouble(),
        json.get("worstNs").getAsLong(),
        json.get("detail").getAsString());
  }
}
