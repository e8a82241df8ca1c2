package io.camber.app.log.conformance;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapLimits;
import io.camber.mcap.McapReader;
import io.camber.mcap.McapRecord;
import io.camber.mcap.MessageCursor;
import io.camber.mcap.MessageSelection;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers every line of a conformance run with a line of JSON.
 *
 * <pre>
 *  streamed FILE.mcap    {"records": [...]}                                        as they stand in the file
 *  indexed FILE.mcap     {"schemas": [...], "channels": [...], "messages": [...], "statistics": [...]}
 *  write FILE.json       {"data": "base64 of the file that holds these records"}
 *  anything that fails   {"error": "..."}
 * </pre>
 */
public final class ConformanceLines {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private static final Set<String> MODES = Set.of("streamed", "indexed", "write");

  private ConformanceLines() {}

  /** Reads to the end of the input, one answer for each line; returns how many lines failed. */
  public static int answer(BufferedReader in, PrintWriter out) throws IOException {
    int failed = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JsonObject answer = answerTo(line.strip());
      failed += answer.has("error") ? 1 : 0;
      out.println(GSON.toJson(answer));
      out.flush();
    }
    return failed;
  }

  /** One answer; a failure is an answer too. */
  static JsonObject answerTo(String line) {
    if (line.isEmpty()) {
      return error("an empty line; give streamed, indexed or write, a space and a path");
    }
    int space = line.indexOf(' ');
    String mode = space < 0 ? line : line.substring(0, space);
    String path = space < 0 ? "" : line.substring(space + 1).strip();
    if (MODES.contains(mode) && path.isEmpty()) {
      return error("\"" + mode + "\" without a path");
    }
    try {
      Path file = Path.of(path);
      return switch (mode) {
        case "streamed" -> streamed(file);
        case "indexed" -> indexed(file);
        case "write" -> written(file);
        default -> error("\"" + mode + "\" is none of streamed, indexed, write");
      };
    } catch (NoSuchFileException e) {
      return error(e.getMessage() + ": no such file");
    } catch (IOException | InvalidPathException | JsonParseException e) {
      return error(String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      // A case of foreign JSON can be wrong in any way, and the cases after it must still be
      // answered.
      return error("cannot be answered: " + e);
    }
  }

  private static JsonObject streamed(Path file) throws IOException {
    JsonArray records = new JsonArray();
    try (McapReader reader =
        new McapReader(new BufferedInputStream(Files.newInputStream(file)), McapLimits.DEFAULT)) {
      for (Optional<McapRecord> record = reader.next();
          record.isPresent();
          record = reader.next()) {
        if (!(record.get() instanceof McapRecord.Unknown)) {
          records.add(RecordJson.of(record.get()));
        }
      }
    }
    JsonObject answer = new JsonObject();
    answer.add("records", records);
    return answer;
  }

  private static JsonObject indexed(Path file) throws IOException {
    try (McapFile indexed = McapFile.open(file)) {
      JsonArray messages = new JsonArray();
      MessageCursor cursor = indexed.messages(MessageSelection.ALL);
      for (Optional<McapRecord.Message> message = cursor.next();
          message.isPresent();
          message = cursor.next()) {
        messages.add(RecordJson.of(message.get()));
      }
      JsonObject answer = new JsonObject();
      answer.add("schemas", array(List.copyOf(indexed.summary().schemas().values())));
      answer.add("channels", array(List.copyOf(indexed.summary().channels().values())));
      answer.add("messages", messages);
      answer.add("statistics", array(indexed.summary().statistics().stream().toList()));
      return answer;
    }
  }

  private static JsonArray array(List<? extends McapRecord> records) {
    JsonArray array = new JsonArray();
    records.forEach(record -> array.add(RecordJson.of(record)));
    return array;
  }

  private static JsonObject written(Path file) throws IOException {
    JsonObject answer = new JsonObject();
    byte[] bytes = CaseWriter.write(Files.readString(file));
    answer.addProperty("data", Base64.getEncoder().encodeToString(bytes));
    return answer;
  }

  private static JsonObject error(String message) {
    JsonObject answer = new JsonObject();
    answer.addProperty("error", message);
    return answer;
  }
}
