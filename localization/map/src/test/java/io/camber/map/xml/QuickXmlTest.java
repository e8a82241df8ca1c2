package io.camber.map.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.diagnostics.InputException;
import io.camber.map.TestData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick parser against the platform's: it may give up, but it may not disagree. */
class QuickXmlTest {
  private static final String SAMPLE = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <!-- a map -->
      <OpenDRIVE>
        <header revMajor="1" name='a &lt; "b" &amp; c'/>
        <geoReference><![CDATA[+proj=tmerc <x>]]></geoReference>
        <road id="Straße"
              length = "5.0"
              name="tab\there">some &gt; text<lane/> more</road>
      </OpenDRIVE>
      """;

  private static byte[] bytes(String xml) {
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  private static String describe(XmlElement element) {
    StringBuilder all = new StringBuilder(element.name()).append('@').append(element.line());
    element
        .attributeNames()
        .forEach(name -> all.append(' ').append(name).append('=').append(element.find(name)));
    all.append('{').append(element.text());
    element.children().forEach(child -> all.append(describe(child)));
    return all.append('}').toString();
  }

  private static void assertNoContradiction(byte[] xml, String what) {
    @Nullable XmlElement quick = QuickXml.read("f", xml);
    if (quick != null) {
      assertThat(describe(quick)).as(what).isEqualTo(describe(StreamedXml.read("f", xml)));
    }
  }

  @Test
  void anOrdinaryFileIsReadTheQuickWay() {
    XmlElement root = Objects.requireNonNull(QuickXml.read("f", bytes(SAMPLE)));

    assertThat(describe(root)).isEqualTo(describe(StreamedXml.read("f", bytes(SAMPLE))));
    assertThat(root.children("header").get(0).string("name")).isEqualTo("a < \"b\" & c");
    assertThat(root.children("road").get(0).string("name")).isEqualTo("tab here");
    assertThat(root.children("road").get(0).line()).isEqualTo(8);
  }

  @Test
  void windowsLineEndsMakeNoDifference() {
    byte[] xml = bytes(SAMPLE.replace("\n", "\r\n"));

    assertThat(QuickXml.read("f", xml)).isNotNull();
    assertNoContradiction(xml, "CRLF");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<a>",
        "<a></b>",
        "<a b='1' b='2'/>",
        "<a b='<'/>",
        "<a/><b/>",
        "<a/>text",
        "<a>]]></a>",
        "<a><!-- -- --></a>",
        "<a>&unknown;</a>",
        "<a>\u0001</a>",
        "<a b=1/>",
        "<a b='1'c='2'/>",
        "<!DOCTYPE a><a/>",
        "<x:a xmlns:x='u'/>",
        "<?xml version='1.0' encoding='ISO-8859-1'?><a/>",
        "<a><?target data?></a>",
        "<a>\rb</a>"
      })
  void whatIsNotPlainIsLeftToTheFullParser(String xml) {
    assertThat(QuickXml.read("f", bytes(xml))).isNull();
  }

  @Test
  void brokenUtf8IsLeftToTheFullParser() {
    byte[] xml = bytes("<a b='xx'/>");
    xml[6] = (byte) 0xC3;

    assertThat(QuickXml.read("f", xml)).isNull();
  }

  @Test
  void mutilatedFilesNeverMakeTheTwoParsersDisagree() {
    byte[] sample = bytes(SAMPLE);
    byte[] alphabet = bytes("<>/='\"& !-[]?aé\n\r\t0;x:");
    int read = 0;
    for (long seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      byte[] xml = sample.clone();
      for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
        xml[random.nextInt(xml.length)] = alphabet[random.nextInt(alphabet.length)];
      }
      try {
        assertNoContradiction(xml, "seed " + seed);
        read += QuickXml.read("f", xml) == null ? 0 : 1;
      } catch (InputException e) {
        throw new AssertionError("seed " + seed + ": quick accepts what is malformed", e);
      }
    }

    assertThat(read).isGreaterThan(1000);
  }

  @Test
  void publishedMapsGiveTheSameTreeEitherWay() throws IOException {
    List<Path> files = TestData.files(TestData.scenarios("."), ".xodr");
    int quick = 0;
    for (Path file : files) {
      byte[] xml = Files.readAllBytes(file);
      assertNoContradiction(xml, file.toString());
      quick += QuickXml.read("f", xml) == null ? 0 : 1;
    }

    assertThat(quick).isGreaterThan(files.size() * 9 / 10);
  }
}
