package io.camber.sim.scenario.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterSpaceTest {
  private static ParameterSpace space(String... axes) {
    List<Axis> list = new ArrayList<>();
    for (String axis : axes) {
      int equals = axis.indexOf('=');
      list.add(AxisText.parse(axis.substring(0, equals), axis.substring(equals + 1)));
    }
    return new ParameterSpace(list);
  }

  private static List<Map<String, String>> all(ParameterSpace space) {
    List<Map<String, String>> all = new ArrayList<>();
    for (long i = 0; i < space.count().longValueExact(); i++) {
      all.add(space.at(i));
    }
    return all;
  }

  @Test
  void countsThroughTheLastAxisFirst() {
    assertThat(all(space("a=1,2", "b=x,y,z")))
        .containsExactly(
            Map.of("a", "1", "b", "x"),
            Map.of("a", "1", "b", "y"),
            Map.of("a", "1", "b", "z"),
            Map.of("a", "2", "b", "x"),
            Map.of("a", "2", "b", "y"),
            Map.of("a", "2", "b", "z"));
  }

  @ParameterizedTest
  @CsvSource({
    "1.1..1.5:0.2, 3",
    "0..1:0.1, 11",
    "10..30:7, 3",
    "5..5:1, 1",
    "-3.0..3.0:1.5, 5",
    "0..999999999999:1, 1000000000000"
  })
  void countsARangeInExactDecimals(String range, long count) {
    assertThat(space("v=" + range).count()).isEqualTo(BigInteger.valueOf(count));
  }

  @Test
  void writesRangesAsPeopleDo() {
    assertThat(all(space("v=-1.0..1.0:0.5")))
        .extracting(values -> values.get("v"))
        .containsExactly("-1", "-0.5", "0", "0.5", "1");
  }

  @Test
  void makesTheLastOfATrillionWithoutTheOthers() {
    ParameterSpace space = space("a=0..999999:1", "b=0..999999:1");

    assertThat(space.count()).isEqualTo(BigInteger.TEN.pow(12));
    assertThat(space.at(999_999_999_999L)).isEqualTo(Map.of("a", "999999", "b", "999999"));
    assertThat(space.at(1_000_001L)).isEqualTo(Map.of("a", "1", "b", "1"));
  }

  @Test
  void countsBeyondALong() {
    ParameterSpace space = space("a=0..999999999:1", "b=0..999999999:1", "c=0..999999999:1");

    assertThat(space.count()).isEqualTo(BigInteger.TEN.pow(27));
  }

  @Test
  void hasNothingBeyondItsEnd() {
    ParameterSpace space = space("a=1,2");

    assertThatThrownBy(() -> space.at(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> space.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aPointHasOneCombinationThatAssignsNothing() {
    assertThat(all(ParameterSpace.POINT)).containsExactly(Map.of());
  }

  @Test
  void replacesTheValuesOfAParameter() {
    ParameterSpace space = space("a=1,2", "b=x,y").with(AxisText.parse("a", "7"));

    assertThat(all(space)).containsExactly(Map.of("a", "7", "b", "x"), Map.of("a", "7", "b", "y"));
  }

  @Test
  void addsAParameterAsTheFastest() {
    ParameterSpace space = space("a=1,2").with(AxisText.parse("b", "x,y"));

    assertThat(space.at(1)).isEqualTo(Map.of("a", "1", "b", "y"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10..30",
        "10..x:5",
        "30..10:5",
        "10..30:0",
        "10..30:-5",
        "1,,2",
        "",
        "1e999..2e999:1"
      })
  void refusesWhatIsNoListOfValues(String values) {
    assertThatThrownBy(() -> AxisText.parse("v", values))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("v=" + values);
  }

  @Test
  void refusesAParameterThatIsVariedTwice() {
    assertThatThrownBy(() -> space("a=1,2", "a=3"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("parameter a is varied twice");
  }
}
