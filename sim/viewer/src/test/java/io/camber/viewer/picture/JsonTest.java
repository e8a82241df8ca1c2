package io.camber.viewer.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0004, 1.5, -12.345, 99.9996, 123456.789, -1e9, 0.1, 7.05})
  void writesNumbersToTheMillimetre(double value) {
    double read = Double.parseDouble(new Json().number(value).toString());

    assertThat(read).isEqualTo(Math.round(value * 1e3) / 1e3);
  }

  @Test
  void whatIsNoNumberIsNull() {
    String json = new Json()
        .array()
        .number(Double.NaN)
        .number(Double.POSITIVE_INFINITY)
        .fine(1e300)
        .endArray()
        .toString();

    assertThat(json).isEqualTo("[null,null,null]");
  }

  @Test
  void textComesBackAsItWasAndIsNeverMarkup() {
    String evil = "</script><b>\"\\\n\u2028&\u0001";

    String json = new Json().object().name(evil).text(evil).endObject().toString();

    assertThat(json).doesNotContain("<", ">", "&", "\n", "\u2028");
    var read = JsonParser.parseString(json).getAsJsonObject();
    assertThat(read.get(evil).getAsString()).isEqualTo(evil);
  }

  @Test
  void commasStandBetweenAndNowhereElse() {
    String json = new Json()
        .object()
        .name("a")
        .array()
        .whole(1)
        .array()
        .endArray()
        .object()
        .endObject()
        .endArray()
        .name("b")
        .flag(true)
        .endObject()
        .toString();

    assertThat(json).isEqualTo("{\"a\":[1,[],{}],\"b\":true}");
  }
}
