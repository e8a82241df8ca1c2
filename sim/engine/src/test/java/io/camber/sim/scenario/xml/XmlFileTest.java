package io.camber.sim.scenario.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.camber.diagnostics.InputException;
import io.camber.map.xml.XmlTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmlFileTest {
  private static final String SAMPLE = """
      <?xml version="1.0" encoding="UTF-8"?>
      <OpenSCENARIO xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xsi:noNamespaceSchemaLocation="OpenSCENARIO.xsd">
        <!-- nothing -->
        <FileHeader description="a &lt; b &amp; c"/>
        <x:own a='"'> one <![CDATA[<two>]]> three </x:own>
      </OpenSCENARIO>
      """;

  @TempDir
  private Path folder;

  private static String describe(XmlElement element) {
    StringBuilder all = new StringBuilder(element.name() + "@" + element.line());
    element
        .attributes()
        .forEach((key, value) -> all.append(' ').append(key).append('=').append(value));
    all.append('{').append(element.text());
    element.children().forEach(child -> all.append(describe(child)));
    return all.append('}').toString();
  }

  private static String streamed(byte[] xml) {
    return describe(XmlFile.fully("f", xml));
  }

  @Test
  void theQuickWayKeepsPrefixesLinesAndTextAsThePlatformsParserDoes() {
    byte[] xml = SAMPLE.getBytes(StandardCharsets.UTF_8);
    ElementTree tree = new ElementTree("f");

    assertThat(XmlTree.readPlain(xml, tree)).isTrue();
    assertThat(describe(tree.root()))
        .isEqualTo(streamed(xml))
        .contains("x:own@6", "one <two> three", "xsi=");
  }

  @Test
  void aMistakeIsToldInTheWordsOfThePlatformsParser() throws IOException {
    Path file = Files.writeString(folder.resolve("a.xosc"), "<a>\n<b></a>\n");

    assertThatThrownBy(() -> XmlFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a.xosc:2: not well-formed XML");
  }

  @Test
  void aDocumentTypeIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("a.xosc"), "<!DOCTYPE a>\n<a/>\n");

    assertThatThrownBy(() -> XmlFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("document type declarations are not allowed");
  }

  @Test
  void deepNestingIsRefusedOnTheQuickWayToo() throws IOException {
    Path file = Files.writeString(folder.resolve("a.xosc"), "<a>".repeat(201) + "</a>".repeat(201));

    assertThatThrownBy(() -> XmlFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nested deeper than 200");
  }

  /** Every published scenario: an oracle that knows nothing of the quick way. */
  @Test
  void publishedScenariosAreReadAlikeBothWays() throws IOException {
    String data = System.getenv("CAMBER_TEST_DATA");
    assumeTrue(data != null, "CAMBER_TEST_DATA names the published data");
    int quick = 0;
    int all = 0;
    for (Path file : scenarios(Path.of(data, "scenarios", "suites"))) {
      byte[] xml = Files.readAllBytes(file);
      ElementTree tree = new ElementTree("f");
      all++;
      if (XmlTree.readPlain(xml, tree)) {
        assertThat(describe(tree.root())).as(file.toString()).isEqualTo(streamed(xml));
        quick++;
      }
    }
    assertThat(quick).as("of %d", all).isGreaterThan(all * 8 / 10).isPositive();
  }

  private static List<Path> scenarios(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".xosc")).sorted().toList();
    }
  }
}
