package io.camber.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.sim.scenario.document.Elements;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The table of support in OPENSCENARIO.md says what the code says. {@code -Dcamber.write.docs=true} writes it anew.
 */
class SupportTableTest {
  private static final Path DOCUMENT = Path.of("OPENSCENARIO.md");
  private static final String BEGIN =
      "<!-- made by SupportTableTest from the code: do not edit -->\n";
  private static final String END = "<!-- end of what is made -->\n";

  private record Claim(Plays plays, Class<?> by) {}

  private static List<Claim> claims() {
    try {
      Path root = Path.of(
          Scenario.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      List<Claim> claims = new ArrayList<>();
      try (var files = Files.walk(root.resolve("io/camber/sim/scenario"))) {
        for (Path file :
            files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
          String name = root.relativize(file).toString();
          Class<?> type =
              Class.forName(name.substring(0, name.length() - ".class".length()).replace('/', '.'));
          for (Plays plays : type.getAnnotationsByType(Plays.class)) {
            claims.add(new Claim(plays, type));
          }
        }
      }
      return claims;
    } catch (IOException | URISyntaxException | ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, Claim> byElement() {
    Map<String, Claim> byElement = new TreeMap<>();
    for (Claim claim : claims()) {
      for (String element : claim.plays().value()) {
        Claim before = byElement.put(element, claim);
        assertThat(before).as(element + " is claimed twice").isNull();
      }
    }
    return byElement;
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder("| Element | Plays | What is missing | Read by |\n|---|---|---|---|\n");
    byElement()
        .forEach((element, claim) -> table
            .append("| ")
            .append(element)
            .append(" | ")
            .append(word(claim.plays().support()))
            .append(" | ")
            .append(claim.plays().note())
            .append(" | ")
            .append(claim.by().getSimpleName())
            .append(" |\n"));
    return table.toString();
  }

  private static String word(Support support) {
    return switch (support) {
      case FULL -> "yes";
      case PARTLY -> "partly";
      case NOT -> "no";
    };
  }

  @Test
  void everyElementOfTheStandardIsClaimedByOneReader() {
    assertThat(byElement().keySet()).containsExactlyInAnyOrderElementsOf(Elements.names());
  }

  @Test
  void whatPlaysInPartOrNotAtAllSaysWhatIsMissing() {
    assertThat(claims())
        .allSatisfy(claim -> assertThat(claim.plays().note().isEmpty())
            .isEqualTo(claim.plays().support() == Support.FULL));
  }

  @Test
  void theDocumentSaysWhatTheCodeSays() throws IOException {
    String text = Files.readString(DOCUMENT);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    if (Boolean.getBoolean("camber.write.docs")) {
      Files.writeString(DOCUMENT, text.substring(0, begin) + table() + text.substring(end));
      text = Files.readString(DOCUMENT);
      end = text.indexOf(END);
    }

    assertThat(text.substring(begin, end)).isEqualTo(table());
  }
}
