package io.camber.app.blame;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;

/**
 * What came of one known fault.
 *
 * @param event what happened; empty when nothing did
 * @param key of the case, see {@link FaultCase#key}
 * @param found who was blamed; empty when nobody was
 * @param foremost whose share alone is the largest; empty when the largest is shared by several, or nobody is to blame
 * @param drives made for the blame, the recorded one and its repetition left out
 * @param seconds of wall time for the blame
 * @param tickets found in the drive with the fault and not in the one without
 * @param falseTickets found in the drive without the fault
 */
record CaseVerdict(
    String key,
    Kind kind,
    String event,
    double eventS,
    String found,
    String foremost,
    String shares,
    int drives,
    double seconds,
    List<CaseTicket> tickets,
    int falseTickets) {
  CaseVerdict {
    tickets = List.copyOf(tickets);
  }

  /** How it ended. */
  enum Kind {
    /** No hard event came of it. */
    HARMLESS,
    /** The drive has a hard event without the fault, too. */
    UNSOUND,
    /** Whoever has the fault was blamed. */
    RIGHT,
    /** Somebody else was. */
    WRONG,
    /** Nobody was: it happens with every twin. */
    UNAVOIDABLE,
    /** The drive did not repeat. */
    VOID
  }

  static CaseVerdict without(String key, Kind kind) {
    return new CaseVerdict(key, kind, "", 0.0, "", "", "", 0, 0.0, List.of(), 0);
  }

  CaseVerdict withTickets(List<CaseTicket> raised, int others) {
    return new CaseVerdict(
        key, kind, event, eventS, found, foremost, shares, drives, seconds, raised, others);
  }

  /** True when there was an event and somebody could be blamed for it. */
  boolean isBlame() {
    return kind == Kind.RIGHT || kind == Kind.WRONG || kind == Kind.UNAVOIDABLE;
  }

  String toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("case", key);
    json.addProperty("kind", kind.name());
    json.addProperty("event", event);
    json.addProperty("eventS", eventS);
    json.addProperty("found", found);
    json.addProperty("foremost", foremost);
    json.addProperty("shares", shares);
    json.addProperty("drives", drives);
    json.addProperty("seconds", seconds);
    JsonArray raised = new JsonArray();
    tickets.forEach(ticket -> raised.add(ticket.toText()));
    json.add("tickets", raised);
    json.addProperty("falseTickets", falseTickets);
    return json.toString();
  }

  static CaseVerdict fromJson(String line) {
    JsonObject json = JsonParser.parseString(line).getAsJsonObject();
    return new CaseVerdict(
        json.get("case").getAsString(),
        Kind.valueOf(json.get("kind").getAsString()),
        json.get("event").getAsString(),
        json.get("eventS").getAsDouble(),
        json.get("found").getAsString(),
        json.get("foremost").getAsString(),
        json.get("shares").getAsString(),
        json.get("drives").getAsInt(),
        json.get("seconds").getAsDouble(),
        json.getAsJsonArray("tickets").asList().stream()
            .map(ticket -> CaseTicket.fromText(ticket.getAsString()))
            .toList(),
        json.get("falseTickets").getAsInt());
  }
}
