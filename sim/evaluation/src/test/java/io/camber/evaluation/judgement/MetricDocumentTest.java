package io.camber.evaluation.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/metrics.md lists every metric and how it is validated; {@code -Dcamber.docs=write} writes its table anew. */
final class MetricDocumentTest {
  private static final Path DOCUMENT = Path.of("../../docs/metrics.md");
  private static final String BEGIN = "<!-- the table is written by MetricDocumentTest -->\n";

  @Test
  void theDocumentHoldsTheTableOfTheBook() throws IOException {
    String text = Files.readString(DOCUMENT);
    int at = text.indexOf(BEGIN) + BEGIN.length();
    if ("write".equals(System.getProperty("camber.docs"))) {
      text = text.substring(0, at) + table();
      Files.writeString(DOCUMENT, text);
    }

    assertThat(text.substring(at)).isEqualTo(table());
  }

  @Test
  void everyTestThatTheBookNamesIsThere() throws IOException {
    Set<String> there;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      there = files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toCollection(TreeSet::new));
    }

    for (MetricBook.Entry entry : MetricBook.entries()) {
      assertThat(there).as(entry.pattern()).containsAll(entry.tests());
    }
  }

  @Test
  void aFamilyGivesWayToANameOfItsOwn() {
    assertThat(MetricBook.find("perception.recall").orElseThrow().pattern())
        .isEqualTo("perception.recall");
    assertThat(MetricBook.find("perception.recall.car.0-20m").orElseThrow().pattern())
        .isEqualTo("perception.recall.*");
    assertThat(MetricBook.find("no.such")).isEmpty();
    assertThat(MetricBook.hint("score.cds")).contains("score.cls");
  }

  private static String table() {
    StringBuilder text = new StringBuilder(
        "| metric | unit | owner | better | definition | held to | tests |\n|---|---|---|---|---|---|---|\n");
    for (MetricBook.Entry entry : MetricBook.entries()) {
      List<String> cells = List.of(
          "`" + entry.pattern() + "`",
          entry.unit(),
          entry.owner().label(),
          entry.better().name().toLowerCase(java.util.Locale.ROOT),
          entry.definition(),
          entry.oracle(),
          String.join(", ", entry.tests()));
      text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
    return text.toString();
  }
}
