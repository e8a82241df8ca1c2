package io.camber.app.log.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The public conformance files: expected records as JSON beside each container file. */
final class ConformanceTest {
  private static final int FILES = 174;
  private static final int INDEXED_FILES = 8;

  @TempDir
  private Path folder;

  @Test
  void readsEveryFileAsTheReferenceDoes() throws IOException {
    List<Path> files = files();

    for (Path file : files) {
      JsonObject answer = ConformanceLines.answerTo("streamed " + file);
      assertThat(answer.get("records")).as(file.toString()).isEqualTo(records(file));
    }
    assertThat(files).hasSize(FILES);
  }

  @Test
  void writesEveryFileByteForByteAlsoThePaddedOnes() throws IOException {
    List<Path> files = files();

    for (Path file : files) {
      JsonObject answer = ConformanceLines.answerTo("write " + jsonOf(file));
      assertThat(Base64.getDecoder().decode(answer.get("data").getAsString()))
          .as(file.toString())
          .isEqualTo(Files.readAllBytes(file));
    }
    assertThat(files).hasSize(FILES);
  }

  @Test
  void readsIndexedFilesThroughTheirIndex() throws IOException {
    List<Path> files = files().stream()
        .filter(file -> features(file).containsAll(List.of("ch", "chx", "mx", "rch", "rsh")))
        .toList();

    for (Path file : files) {
      JsonObject answer = ConformanceLines.answerTo("indexed " + file);
      assertThat(answer).as(file.toString()).isEqualTo(indexed(records(file)));
    }
    assertThat(files).hasSize(INDEXED_FILES);
  }

  @Test
  void answersALineThatFailsAndGoesOn() throws IOException {
    Path noContainer = Files.writeString(folder.resolve("a b.mcap"), "nothing of the kind");
    Path noCase = Files.writeString(folder.resolve("case.json"), "null");
    Path deep = Files.writeString(folder.resolve("deep.json"), "[".repeat(100_000));
    String lines = "streamed " + noContainer + "\nindexed /no/such/file\n\nsing x\nwrite "
        + noContainer + "\nstreamed\n   \nwrite " + noCase + "\nwrite " + deep
        + "\nstreamed " + folder + "\nwrite \0\n";
    long asked = lines.lines().count();
    StringWriter out = new StringWriter();

    int failed =
        ConformanceLines.answer(new BufferedReader(new StringReader(lines)), new PrintWriter(out));

    assertThat(failed).isEqualTo((int) asked);
    assertThat(out.toString().lines())
        .hasSize((int) asked)
        .allSatisfy(
            line -> assertThat(JsonParser.parseString(line).getAsJsonObject().keySet())
                .containsExactly("error"));
  }

  static JsonObject indexed(JsonArray records) {
    JsonObject expected = new JsonObject();
    List.of("schemas", "channels", "messages", "statistics")
        .forEach(name -> expected.add(name, new JsonArray()));
    for (JsonElement record : records) {
      String group = switch (record.getAsJsonObject().get("type").getAsString()) {
        case "Schema" -> "schemas";
        case "Channel" -> "channels";
        case "Message" -> "messages";
        case "Statistics" -> "statistics";
        default -> "";
      };
      JsonArray of = expected.getAsJsonArray(group);
      if (of != null && (group.equals("messages") || !of.contains(record))) {
        of.add(record);
      }
    }
    return expected;
  }

  private static List<Path> files() throws IOException {
    String root = System.getenv("CAMBER_TEST_DATA");
    Assumptions.assumeTrue(root != null, "set CAMBER_TEST_DATA to run");
    try (Stream<Path> walk = Files.walk(Path.of(root, "data", "mcap_conformance"))) {
      return walk.filter(file -> file.toString().endsWith(".mcap")).sorted().toList();
    }
  }

  private static JsonArray records(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(jsonOf(file)))
        .getAsJsonObject()
        .getAsJsonArray("records");
  }

  private static Path jsonOf(Path file) {
    return file.resolveSibling(String.valueOf(file.getFileName()).replace(".mcap", ".json"));
  }

  private static List<String> features(Path file) {
    String name = String.valueOf(file.getFileName()).replace(".mcap", "");
    return List.of(name.split("-"));
  }
}
