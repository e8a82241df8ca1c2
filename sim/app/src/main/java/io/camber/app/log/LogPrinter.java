package io.camber.app.log;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.Schema;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import io.camber.mcap.MessageSelection;
import io.camber.messages.MessageCells;
import io.camber.messages.MessageText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Messages of a log as text: protobuf by its schema, JSON as it is, anything else by its first bytes. */
public final class LogPrinter {
  private static final int BYTES_SHOWN_MAX = 32;
  private static final Gson GSON = new Gson();

  private final McapFile log;
  private final PrintWriter out;
  private final boolean asJson;
  private final Map<Integer, Schema> schemas = new TreeMap<>();
  private long printed;

  public LogPrinter(McapFile log, PrintWriter out, boolean asJson) {
    this.log = log;
    this.out = out;
    this.asJson = asJson;
  }

  /** Prints at most {@code countMax} messages; returns how many. */
  public long print(MessageSelection selection, long countMax, Consumer<String> damage)
      throws IOException {
    if (countMax > 0) {
      LogReading.each(log, selection, damage, (channel, message) -> {
        if (asJson) {
          printJson(channel, message);
        } else {
          printText(channel, message);
        }
        printed++;
        return printed < countMax && !out.checkError();
      });
    }
    out.flush();
    return printed;
  }

  private void printText(McapRecord.Channel channel, McapRecord.Message message) {
    out.printf(
        Locale.ROOT,
        "# %s sequence %d at %.6f s, %d bytes%n",
        channel.topic(),
        message.sequence(),
        message.logTimeNs() / 1e9,
        message.payload().remaining());
    out.print(text(channel, message.payload()));
    out.println("---");
  }

  private String text(McapRecord.Channel channel, ByteBuffer payload) {
    Optional<Schema> schema = protobuf(channel);
    if (schema.isPresent()) {
      try {
        return MessageText.of(schema.get(), payload);
      } catch (MalformedMessageException e) {
        return "(" + e.getMessage() + ")\n";
      }
    }
    return channel.messageEncoding().equals("json")
        ? StandardCharsets.UTF_8.decode(payload.duplicate()) + "\n"
        : "(" + channel.messageEncoding() + ") " + hex(payload) + "\n";
  }

  private Optional<Schema> protobuf(McapRecord.Channel channel) {
    if (!channel.messageEncoding().equals("protobuf")) {
      return Optional.empty();
    }
    return log.summary()
        .schemaOf(channel)
        .map(schema -> schemas.computeIfAbsent(schema.id(), id -> Logs.schema(schema)));
  }

  private static String hex(ByteBuffer payload) {
    byte[] first = new byte[Math.min(BYTES_SHOWN_MAX, payload.remaining())];
    payload.duplicate().get(first);
    return HexFormat.ofDelimiter(" ").formatHex(first)
        + (payload.remaining() > first.length ? " ..." : "");
  }

  private void printJson(McapRecord.Channel channel, McapRecord.Message message) {
    JsonObject json = new JsonObject();
    json.addProperty("topic", channel.topic());
    json.addProperty("sequence", message.sequence());
    json.addProperty("logTimeNs", message.logTimeNs());
    json.addProperty("publishTimeNs", message.publishTimeNs());
    Optional<Schema> schema = protobuf(channel);
    try {
      if (schema.isPresent()) {
        json.add(
            "data",
            GSON.toJsonTree(
                MessageCells.rows(schema.get(), message.payload(), "").get(0)));
      } else if (channel.messageEncoding().equals("json")) {
        json.add(
            "data",
            JsonParser.parseString(
                StandardCharsets.UTF_8.decode(message.payload().duplicate()).toString()));
      } else {
        json.addProperty("bytes", message.payload().remaining());
      }
    } catch (MalformedMessageException | JsonParseException e) {
      json.addProperty("error", e.getMessage());
    }
    out.println(GSON.toJson(json));
  }
}
