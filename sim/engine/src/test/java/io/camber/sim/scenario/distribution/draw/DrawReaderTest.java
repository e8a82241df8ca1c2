package io.camber.sim.scenario.distribution.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.diagnostics.InputException;
import io.camber.sim.scenario.document.FileTree;
import io.camber.sim.scenario.document.Reading;
import io.camber.sim.scenario.expression.Scope;
import io.camber.sim.scenario.xml.XmlFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moments against closed forms; bounds are four standard errors of 40,000 draws unless told otherwise. */
class DrawReaderTest {
  private static final int DRAWS = 40_000;

  @TempDir
  Path folder;

  private Draw draw(String xml) {
    var root = XmlFile.parse("d.xosc", xml.getBytes(StandardCharsets.UTF_8));
    return DrawReader.read(new Reading(new FileTree(folder)).open(root, Scope.empty()));
  }

  private static double[] values(Draw draw) {
    double[] values = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      values[i] = Double.parseDouble(draw.next(RandomStream.of(42, "v", i)));
    }
    return values;
  }

  private static double mean(double[] values) {
    double sum = 0.0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    double sum = 0.0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / values.length;
  }

  private Map<String, Integer> histogram(Draw draw) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < DRAWS; i++) {
      counts.merge(draw.next(RandomStream.of(42, "v", i)), 1, Integer::sum);
    }
    return counts;
  }

  @Test
  void normalHasItsMeanAndVariance() {
    double[] values = values(draw("<NormalDistribution expectedValue=\"22\" variance=\"10\"/>"));

    assertThat(mean(values)).isCloseTo(22.0, within(4.0 * Math.sqrt(10.0 / DRAWS)));
    assertThat(variance(values)).isCloseTo(10.0, within(4.0 * 10.0 * Math.sqrt(2.0 / DRAWS)));
  }

  @Test
  void halfANormalHasTheMeanOfHalfANormal() {
    double[] values = values(
        draw(
            "<NormalDistribution expectedValue=\"0\" variance=\"4\"><Range lowerLimit=\"0\" upperLimit=\"INF\"/></NormalDistribution>"));

    assertThat(Arrays.stream(values)).allMatch(value -> value >= 0.0);
    // 2 sqrt(2 / pi), variance 4 (1 - 2 / pi)
    assertThat(mean(values))
        .isCloseTo(2.0 * Math.sqrt(2.0 / Math.PI), within(4.0 * Math.sqrt(1.454 / DRAWS)));
  }

  @Test
  void logNormalHasTheMeanAndVarianceOfTheValueItself() {
    double[] values = values(draw("<LogNormalDistribution expectedValue=\"5\" variance=\"4\"/>"));

    assertThat(mean(values)).isCloseTo(5.0, within(4.0 * Math.sqrt(4.0 / DRAWS)));
    // its kurtosis of 7.7 makes the variance's standard error 0.052
    assertThat(variance(values)).isCloseTo(4.0, within(0.21));
  }

  @Test
  void uniformFillsItsRange() {
    double[] values = values(draw(
        "<UniformDistribution><Range lowerLimit=\"-1\" upperLimit=\"3\"/></UniformDistribution>"));

    assertThat(Arrays.stream(values)).allMatch(value -> value >= -1.0 && value <= 3.0);
    assertThat(mean(values)).isCloseTo(1.0, within(4.0 * Math.sqrt(16.0 / 12.0 / DRAWS)));
    assertThat(variance(values)).isCloseTo(16.0 / 12.0, within(0.03));
  }

  @Test
  void poissonHasVarianceAsItsMean() {
    double[] values = values(draw("<PoissonDistribution expectedValue=\"3.5\"/>"));

    assertThat(Arrays.stream(values)).allMatch(value -> value >= 0.0 && value == Math.rint(value));
    assertThat(mean(values)).isCloseTo(3.5, within(4.0 * Math.sqrt(3.5 / DRAWS)));
    assertThat(variance(values)).isCloseTo(3.5, within(0.11));
  }

  @Test
  void weightsAreChances() {
    Map<String, Integer> counts = histogram(draw("""
        <ProbabilityDistributionSet><Element value="a" weight="1"/><Element value="never" weight="0"/>
        <Element value="b" weight="3"/></ProbabilityDistributionSet>""".strip()));

    assertThat(counts).containsOnlyKeys("a", "b");
    assertThat(counts.getOrDefault("a", 0) / (double) DRAWS)
        .isCloseTo(0.25, within(4.0 * Math.sqrt(0.25 * 0.75 / DRAWS)));
  }

  @Test
  void histogramIsUniformInItsBins() {
    double[] values = values(draw("""
        <Histogram><Bin weight="1"><Range lowerLimit="0" upperLimit="1"/></Bin>
        <Bin weight="1"><Range lowerLimit="10" upperLimit="12"/></Bin></Histogram>""".strip()));

    assertThat(Arrays.stream(values))
        .allMatch(value -> value <= 1.0 || (value >= 10.0 && value <= 12.0));
    // halfway between 0.5 and 11, deviation 5.27
    assertThat(mean(values)).isCloseTo(5.75, within(4.0 * 5.27 / Math.sqrt(DRAWS)));
  }

  @Test
  void userDefinedValuesAreEquallyLikely() {
    assertThat(histogram(
            draw("<UserDefinedDistribution type=\"values\">car, bus</UserDefinedDistribution>")))
        .containsOnlyKeys("car", "bus");
  }

  @Test
  void theSameStreamGivesTheSameDigitsOnEveryMachine() {
    Draw draw = draw("<NormalDistribution expectedValue=\"22.222\" variance=\"10.0\"/>");

    // a golden value: streams may never change, or stored sweeps mean something else
    assertThat(draw.next(RandomStream.of(1, "speed", 0))).isEqualTo("20.33526392");
  }

  @Test
  void refusesARangeWithoutValues() {
    Draw draw = draw(
        "<NormalDistribution expectedValue=\"0\" variance=\"1\"><Range lowerLimit=\"50\" upperLimit=\"60\"/></NormalDistribution>");

    assertThatThrownBy(() -> draw.next(RandomStream.of(1, "v", 0)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("d.xosc:1: the distribution has next to no values in its range");
  }

  @Test
  void refusesImpossibleShapes() {
    for (String xml : new String[] {
      "<NormalDistribution expectedValue=\"0\" variance=\"-1\"/>",
      "<LogNormalDistribution expectedValue=\"0\" variance=\"1\"/>",
      "<PoissonDistribution expectedValue=\"-1\"/>",
      "<PoissonDistribution expectedValue=\"1e9\"/>",
      "<Histogram/>",
      "<ProbabilityDistributionSet><Element value=\"a\" weight=\"0\"/></ProbabilityDistributionSet>",
      "<UniformDistribution><Range lowerLimit=\"2\" upperLimit=\"1\"/></UniformDistribution>"
    }) {
      assertThatThrownBy(() -> draw(xml)).as(xml).isInstanceOf(InputException.class);
    }
  }

  @Test
  void boundedNumbersAreUniform() {
    int[] counts = new int[3];
    RandomStream stream = RandomStream.of(7, "n", 0);

    for (int i = 0; i < DRAWS; i++) {
      counts[(int) stream.nextBelow(3)]++;
    }

    for (int count : counts) {
      assertThat(count / (double) DRAWS).isCloseTo(1.0 / 3.0, within(0.0095));
    }
  }
}
