package io.camber.sim.scenario.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.sim.scenario.expression.Scope.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubstitutionTest {
  private final Scope scope = Scope.empty();

  SubstitutionTest() {
    scope.declare(new Parameter("speed", ParameterType.DOUBLE, "36"));
    scope.declare(new Parameter("road", ParameterType.STRING, "a.xodr"));
    scope.declare(new Parameter("on", ParameterType.BOOLEAN, "true"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain|plain",
        "$speed|36",
        "$road|a.xodr",
        "${$speed / 3.6}|10",
        "${-$speed + 2 * (3 - 1)}|-32",
        "${7 % 4}|3",
        "${pow(2, 10)}|1024",
        "${max(1, 2) - min(1, 2)}|1",
        "${round(2.5)}|3",
        "${floor(-1.2)}|-2",
        "${ceil(1.2)}|2",
        "${sqrt(16)}|4",
        "${abs(-3)}|3",
        "${sign(-2)}|-1",
        "${1.5e1}|15",
        "${not $on}|false",
        "${$on and not false}|true",
        "${false or $on}|true",
        "x_${1 + 1}_$speed|x_2_36",
      })
  void evaluatesWhatTheStandardAllows(String raw, String expected) throws ExpressionException {
    assertThat(Substitution.apply(raw, scope)).isEqualTo(expected);
  }

  @Test
  void computesAnglesInRadians() throws ExpressionException {
    assertThat(Double.parseDouble(Substitution.apply("${sin(pi / 2) + cos(0) + atan(1)}", scope)))
        .isEqualTo(2.0 + Math.PI / 4.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$sped|did you mean speed?",
        "${1 / 0}|division by zero",
        "${(1 + 2}|is missing",
        "${1 +}|ends too early",
        "${foo(1)}|unknown",
        "${$on + 1}|is not a number",
        "${1 2}|unexpected",
        "${}|ends too early",
      })
  void saysWhatIsWrongWithAnExpression(String raw, String problem) {
    assertThatThrownBy(() -> Substitution.apply(raw, scope))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void refusesEndlessNesting() {
    String deep = "${" + "(".repeat(5000) + "1" + ")".repeat(5000) + "}";

    assertThatThrownBy(() -> Substitution.apply(deep, scope))
        .isInstanceOf(ExpressionException.class);
  }

  @Test
  void innerScopesHideOuterOnes() throws ExpressionException {
    Scope inner = scope.inner();
    inner.declare(new Parameter("speed", ParameterType.DOUBLE, "1"));

    assertThat(Substitution.apply("$speed $road", inner)).isEqualTo("1 a.xodr");
  }
}
