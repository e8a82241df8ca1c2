package io.camber.jury.ticket;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.Owner;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A book of tickets as one JSON file. */
public final class TicketFile {
  private static final String SCHEMA = "camber.tickets/2";

  private static final String OLD_SCHEMA = "camber.tickets/1";

  private TicketFile() {}

  /** An empty book when there is no such file yet. */
  public static TicketBook read(Path file) {
    if (!Files.exists(file)) {
      return new TicketBook();
    }
    try {
      JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      String schema = json.get("schema").getAsString();
      if (schema.equals(OLD_SCHEMA)) {
        throw new InputException(file + ": is a book of an older build, which does not say what was"
            + " asked of which drive; move it away and scan the runs again");
      }
      if (!schema.equals(SCHEMA)) {
        throw new InputException(file + ": is no book of tickets (schema " + SCHEMA + ")");
      }
      List<TicketEntry> entries = new ArrayList<>();
      json.getAsJsonArray("tickets").forEach(one -> entries.add(entry(one.getAsJsonObject())));
      Map<String, List<String>> asked = new TreeMap<>();
      json.getAsJsonObject("scanned")
          .entrySet()
          .forEach(one -> asked.put(one.getKey(), labels(one.getValue())));
      return new TicketBook(entries, asked);
    } catch (CharacterCodingException | JsonParseException e) {
      throw new InputException(file + ": is no book of tickets: it is no JSON", e);
    } catch (IOException
        | IllegalStateException
        | IllegalArgumentException
        | NullPointerException e) {
      throw new InputException(file + ": is no book of tickets: " + e.getMessage(), e);
    }
  }

  /** What {@link #read} reads. */
  public static String text(TicketBook book) {
    JsonObject json = new JsonObject();
    json.addProperty("schema", SCHEMA);
    JsonArray tickets = new JsonArray();
    book.entries().forEach(entry -> tickets.add(toJson(entry)));
    json.add("tickets", tickets);
    JsonObject scanned = new JsonObject();
    book.asked().forEach((run, labels) -> scanned.addProperty(run, String.join(" ", labels)));
    json.add("scanned", scanned);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n";
  }

  /** One ticket as a line of JSON. */
  public static JsonObject toJson(TicketEntry entry) {
    JsonObject json = new JsonObject();
    json.addProperty("key", entry.key());
    json.addProperty("state", entry.state().label());
    json.addProperty("check", entry.check());
    json.addProperty("owner", entry.owner().label());
    json.addProperty("kind", entry.kind());
    json.addProperty("scenario", entry.scenario());
    if (!entry.setup().isEmpty()) {
      json.addProperty("setup", entry.setup());
    }
    json.addProperty("firstRun", entry.firstRun());
    json.addProperty("lastRun", entry.lastRun());
    json.addProperty("runs", entry.runs());
    json.addProperty("count", entry.count());
    json.addProperty("miles", entry.miles());
    TicketEntry.Worst worst = entry.worst();
    json.addProperty("severity", worst.severity());
    json.addProperty("worstRun", worst.run());
    json.addProperty("worstSeed", worst.seed());
    json.addProperty("worstHash", worst.hash());
    json.addProperty("worstNs", worst.timeNs());
    json.addProperty("worstVersion", worst.version());
    json.addProperty("worstMadeMs", worst.madeMs());
    json.addProperty("detail", worst.detail());
    if (entry.fixedMs() >= 0) {
      json.addProperty("fixedMs", entry.fixedMs());
    }
    return json;
  }

  private static List<String> labels(JsonElement text) {
    return List.of(text.getAsString().split(" ", -1));
  }

  private static TicketEntry entry(JsonObject json) {
    return new TicketEntry(
        json.get("key").getAsString(),
        TicketState.valueOf(json.get("state").getAsString().toUpperCase(Locale.ROOT)),
        json.get("check").getAsString(),
        Owner.valueOf(json.get("owner").getAsString().toUpperCase(Locale.ROOT)),
        json.get("kind").getAsString(),
        json.get("scenario").getAsString(),
        json.has("setup") ? json.get("setup").getAsString() : "",
        json.get("firstRun").getAsString(),
        json.get("lastRun").getAsString(),
        json.get("runs").getAsInt(),
        json.get("count").getAsInt(),
        json.get("miles").getAsDouble(),
        new TicketEntry.Worst(
            json.get("worstRun").getAsString(),
            json.get("worstSeed").getAsLong(),
            json.get("worstHash").getAsString(),
            json.get("worstNs").getAsLong(),
            json.get("worstVersion").getAsInt(),
            json.get("worstMadeMs").getAsLong(),
            json.get("severity").getAsDouble(),
            json.get("detail").getAsString()),
        json.has("fixedMs") ? json.get("fixedMs").getAsLong() : -1);
  }
}
