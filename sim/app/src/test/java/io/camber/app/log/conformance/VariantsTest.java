package io.camber.app.log.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every base case with every set of features, with padding and without: what is written is what is read. */
final class VariantsTest {
  /** As many as the suite has without padding. */
  private static final int CASES = 208;

  @TempDir
  private Path folder;

  @Test
  void readsBackEveryVariantAsStreamAndThroughItsIndex() throws IOException {
    Map<String, String> cases = CaseVariants.all();

    for (Map.Entry<String, String> variant : cases.entrySet()) {
      for (String json : List.of(variant.getValue(), CaseVariants.padded(variant.getValue()))) {
        Path file = write(json);
        JsonArray read = ConformanceLines.answerTo("streamed " + file).getAsJsonArray("records");
        JsonObject asked = JsonParser.parseString(json).getAsJsonObject();
        assertThat(data(read))
            .as(variant.getKey())
            .isEqualTo(data(asked.getAsJsonArray("records")));
        assertThat(CaseWriter.write(withRecords(asked, read)))
            .as(variant.getKey())
            .isEqualTo(Files.readAllBytes(file));
        if (isIndexed(variant.getKey())) {
          assertThat(ConformanceLines.answerTo("indexed " + file))
              .as(variant.getKey())
              .isEqualTo(inTimeOrder(ConformanceTest.indexed(read)));
        }
      }
    }
    assertThat(cases).hasSize(CASES);
  }

  private Path write(String json) throws IOException {
    Path source = Files.writeString(folder.resolve("case.json"), json);
    JsonObject answer = ConformanceLines.answerTo("write " + source);
    assertThat(answer.has("data")).as(json + " " + answer).isTrue();
    return Files.write(
        folder.resolve("case.mcap"),
        Base64.getDecoder().decode(answer.get("data").getAsString()));
  }

  private static String withRecords(JsonObject asked, JsonArray read) {
    JsonObject again = asked.deepCopy();
    again.add("records", read);
    return again.toString();
  }

  private static boolean isIndexed(String name) {
    List<String> features = List.of(name.split("-"));
    return features.containsAll(List.of("ch", "mx", "chx", "rch"))
        && (features.contains("rsh") || name.startsWith("OneSchemaless"));
  }

  private static JsonObject inTimeOrder(JsonObject indexed) {
    List<JsonElement> messages = new ArrayList<>();
    indexed.getAsJsonArray("messages").forEach(messages::add);
    messages.sort(Comparator.comparingLong(VariantsTest::logTime));
    JsonArray sorted = new JsonArray();
    messages.forEach(sorted::add);
    indexed.add("messages", sorted);
    return indexed;
  }

  private static long logTime(JsonElement message) {
    for (JsonElement field : message.getAsJsonObject().getAsJsonArray("fields")) {
      if (field.getAsJsonArray().get(0).getAsString().equals("log_time")) {
        return field.getAsJsonArray().get(1).getAsLong();
      }
    }
    throw new AssertionError("no log time in " + message);
  }

  /** The records ahead of the end of the data; schemas and channels only if a message uses them, which all do here. */
  private static List<String> data(JsonArray records) {
    List<String> data = new ArrayList<>();
    for (JsonElement record : records) {
      if (record.getAsJsonObject().get("type").getAsString().equals("DataEnd")) {
        break;
      }
      data.add(record.toString());
    }
    return data;
  }
}
