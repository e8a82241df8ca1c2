package io.camber.app.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.sweep.SweepIndex.Distribution;
import io.camber.app.sweep.SweepIndex.Recorded;
import io.camber.sim.scenario.distribution.ParameterDistribution;
import io.camber.sim.scenario.distribution.ParameterSpace;
import io.camber.sim.scenario.expression.ExpressionException;
import io.camber.sim.scenario.expression.Scope;
import io.camber.sim.scenario.expression.Substitution;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PublishedDistributionsTest {
  /** Numbers are written in many ways, and the peer leaves expressions as they are. */
  private static Map<String, String> plain(Map<String, String> parameters) {
    Map<String, String> plain = new TreeMap<>();
    parameters.forEach((name, value) -> plain.put(name, plain(value)));
    return plain;
  }

  private static String plain(String value) {
    try {
      String text = Substitution.apply(value, Scope.empty());
      return text.matches("-?\\d+(\\.\\d+)?")
          ? new BigDecimal(text).stripTrailingZeros().toPlainString()
          : text;
    } catch (ExpressionException e) {
      throw new AssertionError(value, e);
    }
  }

  @Test
  void everyFileHasAsManyCombinationsAsAPeerMadeOfIt() throws IOException {
    int files = 0;
    for (Distribution published : SweepIndex.read()) {
      ParameterDistribution read = ParameterDistribution.read(published.file());
      // the peer does not draw; the standard's number of test runs is 100 in both files
      long expected = published.stochastic() ? 100 : published.permutations();
      assertThat(read.space().count())
          .as(published.file().toString())
          .isEqualTo(BigInteger.valueOf(expected));
      assertThat(read.warnings()).as(published.file().toString()).isEmpty();
      files++;
    }
    assertThat(files).isEqualTo(61);
  }

  @Test
  void everyRecordedCombinationIsOursOfTheSameNumber() throws IOException {
    int runs = 0;
    for (Distribution published : SweepIndex.read()) {
      ParameterSpace space = ParameterDistribution.read(published.file()).space();
      for (Recorded recorded : published.runs()) {
        // the peer leaves out the first of several sets when it is the declared one anyway
        if (!recorded.parameters().isEmpty()) {
          assertThat(plain(space.at(recorded.index())))
              .as(published.file() + " " + recorded.index())
              .isEqualTo(plain(recorded.parameters()));
        }
        runs++;
      }
    }
    assertThat(runs).isEqualTo(457);
  }
}
