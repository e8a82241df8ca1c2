package io.camber.jury.ticket;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
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

/** A book of tickets as one JSON file. */
public final class TicketFile {
  private static final String SCHEMA = "camber.tickets/1";

  private TicketFile() {}

  /** An empty book when there is no such file yet. */
  public static TicketBook read(Path file) {
    if (!Files.exists(file)) {
      return new TicketBook();
    }
    try {
      JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      if (!json.get("schema").getAsString().equals(SCHEMA)) {
        throw new InputException(file + ": is no book of tickets (schema " + SCHEMA + ")");
      }
      List<TicketEntry> entries = new ArrayList<>();
      json.getAsJsonArray("tickets").forEach(one -> entries.add(entry(one.getAsJsonObject())));
      List<String> scanned = new ArrayList<>();
      json.getAsJsonArray("scanned").forEach(one -> scanned.add(one.getAsString()));
      return new TicketBook(entries, scanned);
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
    JsonArray scanned = new JsonArray();
    book.scanned().forEach(scanned::add);
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
    json.addProperty("firstRun", entry.firstRun());
    json.addProperty("lastRun", entry.lastRun());
    json.addProperty("runs", entry.runs());
    json.addProperty("count", entry.count());
    json.addProperty("miles", entry.miles());
    json.addProperty("severity", entry.severity());
    json.addProperty("worstRun", entry.worstRun());
    json.addProperty("worstSeed", entry.worstSeed());
    json.addProperty("worstHash", entry.worstHash());
    json.addProperty("worstNs", entry.worstNs());
    json.addProperty("detail", entry.detail());
    return json;
  }

  private static TicketEntry entry(JsonObject json) {
    return new TicketEntry(
        json.get("key").getAsString(),
        TicketState.valueOf(json.get("state").getAsString().toUpperCase(Locale.ROOT)),
        json.get("check").getAsString(),
        Owner.valueOf(json.get("owner").getAsString().toUpperCase(Locale.ROOT)),
        json.get("kind").getAsString(),
        json.get("scenario").getAsString(),
        json.get("firstRun").getAsString(),
        json.get("lastRun").getAsString(),
        json.get("runs").getAsInt(),
        json.get("count").getAsInt(),
        json.get("miles").getAsDouble(),
        json.get("severity").getAsDouble(),
        json.get("worstRun").getAsString(),
        json.get("worstSeed").getAsLong(),
        json.get("worstHash").getAsString(),
        json.get("worstNs").getAsLong(),
        json.get("detail").getAsString());
  }
}
