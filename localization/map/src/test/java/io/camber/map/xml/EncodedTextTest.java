package io.camber.map.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EncodedTextTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PrintStream before = System.err;

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void leave() {
    System.setErr(before);
  }

  @Test
  void bytesThatAreNoTextAreRefusedWithTheirLineAndNothingIsPrinted() {
    byte[] latin = "<a>\n<b name='Stra\u00dfe'/></a>".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> StreamedXml.read("m.xodr", latin))
        .isInstanceOf(InputException.class)
        .hasMessage("m.xodr:2: not well-formed XML: byte 17 is no text in UTF-8");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void noBytesMakeTheParserPrint() {
    byte[][] files = {
      {(byte) 0x89, 'M', 'C', 'A', 'P'},
      {(byte) 0xfe, (byte) 0xff, 0, '<', 0, 'a', 0},
      {(byte) 0xff, (byte) 0xfe, '<', 0, (byte) 0x00, (byte) 0xd8, '>', 0},
      {'<', 'a', '>', (byte) 0xc3},
      {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, (byte) 0xff},
      "<?xml version='1.0' encoding='nix'?><a b='\u00df'/>".getBytes(StandardCharsets.UTF_8),
      "<?xml version='1.0' encoding='UTF-16'?><a b='\u00df'/>".getBytes(StandardCharsets.UTF_8),
      {},
    };
    for (byte[] file : files) {
      assertThatThrownBy(() -> StreamedXml.read("m.xodr", file))
          .as(Arrays.toString(file))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith("m.xodr:1: ");
    }
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16", "windows-1252"})
  void textInTheEncodingThatItNamesIsRead(String encoding) {
    String xml = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n<a b=\"Stra\u00dfe\"/>";

    assertThat(
            StreamedXml.read("m.xodr", xml.getBytes(Charset.forName(encoding))).string("b"))
        .isEqualTo("Stra\u00dfe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void sixteenBitsWithoutAMarkAreRead(String order) {
    String xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<a b=\"Stra\u00dfe \u4e2d\"/>";

    assertThat(StreamedXml.read("m.xodr", xml.getBytes(Charset.forName(order))).string("b"))
        .isEqualTo("Stra\u00dfe \u4e2d");
  }
}
