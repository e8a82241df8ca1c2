package io.camber.bus.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.parameter.ParameterRequest.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParameterTableTest {
  private static final Parameter<Double> GAP =
      Parameter.ofDouble("gap_s", 1.7, "time gap").within(1.2, 4.0).in("s");
  private static final Parameter<Long> DEPTH =
      Parameter.ofLong("depth", 3, "of the tree").within(1, 8);
  private static final Parameter<Manner> MANNER =
      Parameter.ofChoice("manner", Manner.CALM, "of driving");
  private static final Parameter<Boolean> CAREFUL = Parameter.ofBool("careful", true, "always");
  private static final Parameter<String> LABEL =
      Parameter.ofString("label", "none", "for people").readOnly();

  private enum Manner {
    CALM,
    BRISK
  }

  private static ParameterTable table(Map<String, String> given) {
    ParameterTable table = new ParameterTable("planning", given);
    List.of(GAP, DEPTH, MANNER, CAREFUL, LABEL).forEach(table::declare);
    table.complete();
    return table;
  }

  private static ParameterAnswer set(ParameterTable table, Assignment... assignments) {
    return table.apply(new ParameterRequest("planning", List.of(assignments)));
  }

  private static Assignment to(String name, ParameterValue value) {
    return new Assignment(name, value);
  }

  private static List<String> values(ParameterTable table) {
    return table.state(0, List.of()).entries().stream()
        .map(entry -> entry.value().text())
        .toList();
  }

  @Test
  void takesDefaultsWhereNothingIsGiven() {
    assertThat(values(table(Map.of("depth", "5", "manner", "brisk", "label", "seven"))))
        .containsExactly("1.7", "5", "brisk", "true", "seven");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gap_s | 5 | planning.gap_s=5 is not a double in [1.2, 4.0] s",
        "gap_s | NaN | planning.gap_s=NaN is not a double in [1.2, 4.0] s",
        "gap_s | wide | planning.gap_s=wide is not a double in [1.2, 4.0] s",
        "depth | 2.5 | planning.depth=2.5 is not a long in [1, 8]",
        "depth | 9 | planning.depth=9 is not a long in [1, 8]",
        "manner | wild | planning.manner=wild is not a choice of calm, brisk",
        "careful | yes | planning.careful=yes is not a bool",
        "gpa_s | 2 | no parameter gpa_s; it has gap_s, depth, manner, careful, label"
      })
  void refusesWhatDoesNotSuitAtTheStart(String name, String value, String complaint) {
    assertThatThrownBy(() -> table(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void readsTheValueOfTheMoment() {
    ParameterTable table = new ParameterTable("planning", Map.of());
    Supplier<Double> gap = table.declare(GAP);
    Supplier<Manner> manner = table.declare(MANNER);
    table.complete();

    ParameterAnswer answer =
        set(table, to("gap_s", ParameterValue.of(2.5)), to("manner", ParameterValue.of("brisk")));

    assertThat(answer.accepted()).isTrue();
    assertThat(answer.changed()).containsExactly("gap_s", "manner");
    assertThat(gap.get()).isEqualTo(2.5);
    assertThat(manner.get()).isEqualTo(Manner.BRISK);
  }

  @Test
  void changesAllOrNothing() {
    ParameterTable table = table(Map.of());
    List<String> before = values(table);

    ParameterAnswer answer =
        set(table, to("gap_s", ParameterValue.of(2.5)), to("depth", ParameterValue.of(100L)));

    assertThat(answer.accepted()).isFalse();
    assertThat(answer.reason()).contains("planning.depth=100").contains("[1, 8]");
    assertThat(values(table)).isEqualTo(before);
  }

  @Test
  void refusesAnotherType() {
    assertThat(set(table(Map.of()), to("depth", ParameterValue.of(2.0))).reason())
        .contains("is not a long");
  }

  @Test
  void refusesWhatIsReadOnlyUnknownOrGivenTwice() {
    ParameterTable table = table(Map.of());

    assertThat(set(table, to("label", ParameterValue.of("x"))).reason()).contains("read-only");
    assertThat(set(table, to("lable", ParameterValue.of("x"))).reason())
        .contains("no parameter lable");
    assertThat(set(table, to("depth", ParameterValue.of(2L)), to("depth", ParameterValue.of(4L)))
            .reason())
        .contains("twice");
  }

  @Test
  void setsToTheSameValueWithoutAChange() {
    ParameterAnswer answer = set(table(Map.of()), to("gap_s", ParameterValue.of(1.7)));

    assertThat(answer.accepted()).isTrue();
    assertThat(answer.changed()).isEmpty();
  }

  @Test
  void asksTheNodeBeforeAnythingIsChanged() {
    ParameterTable table = new ParameterTable("planning", Map.of());
    Supplier<Double> gap = table.declare(GAP);
    table.declare(DEPTH);
    List<String> used = new ArrayList<>();
    table.bind(
        values -> {
          if (values.of(GAP) * values.of(DEPTH) > 10.0) {
            throw new IllegalArgumentException("gap times depth is above 10");
          }
          return values.of(GAP) + "x" + values.of(DEPTH);
        },
        used::add);
    table.complete();

    assertThat(set(table, to("gap_s", ParameterValue.of(4.0))).reason())
        .contains("planning refuses: gap times depth is above 10");
    assertThat(gap.get()).isEqualTo(1.7);
    assertThat(set(table, to("gap_s", ParameterValue.of(4.0)), to("depth", ParameterValue.of(2L)))
            .accepted())
        .isTrue();
    assertThat(used).containsExactly("1.7x3", "4.0x2");
  }

  @Test
  void declaresEachNameOnceAndOnlyWhileStarting() {
    ParameterTable table = new ParameterTable("planning", Map.of());
    table.declare(GAP);
    assertThatThrownBy(() -> table.declare(GAP)).hasMessageContaining("twice");
    table.complete();
    assertThatThrownBy(() -> table.declare(DEPTH)).hasMessageContaining("after its start");
  }

  @Test
  void refusesADefaultThatItsOwnRangeExcludes() {
    assertThatThrownBy(() -> Parameter.ofLong("depth", 9, "").within(1, 8))
        .hasMessageContaining("depth=9 by default");
  }
}
