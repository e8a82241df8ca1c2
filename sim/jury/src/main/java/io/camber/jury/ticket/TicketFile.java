package io.camber.jury.ticket;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A book of tickets as one JSON file. */
public final class TicketFile {
  private static final String SCHEMA = "camber.tickets/3";

  private static final List<String> OLD_SCHEMAS = List.of("camber.tickets/1", "camber.tickets/2");

  private TicketFile() {}

  /** An empty book when there is no such file yet. */
  public static TicketBook read(Path file) {
    if (!Files.exists(file)) {
      return new TicketBook();
    }
    try {
      JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      String schema = json.get("schema").getAsString();
      if (OLD_SCHEMAS.contains(schema)) {
        throw new InputException(file + ": is a book of an older build, which does not say what was"
            + " found in which drive; move it away and scan the runs again");
      }
      if (!schema.equals(SCHEMA)) {
        throw new InputException(file + ": is no book of tickets (schema " + SCHEMA + ")");
      }
      List<BookRun> runs = new ArrayList<>();
      json.getAsJsonArray("runs").forEach(one -> runs.add(RunJson.of(one.getAsJsonObject())));
      return new TicketBook(runs);
    } catch (CharacterCodingException | JsonParseException e) {
      throw new InputException(file + ": is no book of tickets: it is no JSON", e);
    } catch (IOException
        | IllegalStateException
        | IllegalArgumentException
        | NullPointerException e) {
      throw new InputException(file + ": is no book of tickets: " + e.getMessage(), e);
    }
  }

  /** What {@link #read} reads: the runs; the tickets that follow from them are there for people and other programs. */
  public static String text(TicketBook book) {
    JsonObject json = new JsonObject();
    json.addProperty("schema", SCHEMA);
    JsonArray tickets = new JsonArray();
    book.entries().forEach(entry -> tickets.add(toJson(entry)));
    json.add("tickets", tickets);
    JsonArray runs = new JsonArray();
    book.runs().forEach(run -> runs.add(RunJson.toJson(run)));
    json.add("runs", runs);
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
}
