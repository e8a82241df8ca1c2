package io.camber.sim.scenario.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import io.camber.sim.scenario.xml.XmlFile;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParameterDistributionTest {
  private static final String RANGE =
      "<DistributionRange stepWidth=\"5\"><Range lowerLimit=\"10\" upperLimit=\"20\"/></DistributionRange>";
  private static final String SETS = """
      <DeterministicMultiParameterDistribution><ValueSetDistribution>
        <ParameterValueSet><ParameterAssignment parameterRef="host" value="blue"/>
          <ParameterAssignment parameterRef="$target" value="yellow"/></ParameterValueSet>
        <ParameterValueSet><ParameterAssignment parameterRef="target" value="red"/></ParameterValueSet>
      </ValueSetDistribution></DeterministicMultiParameterDistribution>
      """;

  @TempDir
  Path folder;

  @BeforeEach
  void aScenarioIsThere() throws IOException {
    Files.writeString(folder.resolve("s.xosc"), "<OpenSCENARIO/>");
  }

  private Path write(String content) {
    try {
      return Files.writeString(folder.resolve("d.xosc"), """
          <OpenSCENARIO><FileHeader revMajor="1" revMinor="3" date="2026-01-01T00:00:00" description="d" author="Camber"/>
          <ParameterValueDistribution><ScenarioFile filepath="s.xosc"/>%s</ParameterValueDistribution></OpenSCENARIO>
          """.formatted(content).strip());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private ParameterSpace space(String content) {
    return ParameterDistribution.read(write(content)).space();
  }

  private static String single(String name, String distribution) {
    return "<DeterministicSingleParameterDistribution parameterName=\"" + name + "\">"
        + distribution + "</DeterministicSingleParameterDistribution>";
  }

  private static String deterministic(String content) {
    return "<Deterministic>" + content + "</Deterministic>";
  }

  private static String stochastic(int runs, String attributes, String distribution) {
    return "<Stochastic numberOfTestRuns=\"" + runs + "\" " + attributes
        + "><StochasticDistribution parameterName=\"v\">" + distribution
        + "</StochasticDistribution></Stochastic>";
  }

  private void refuses(String content, String problem) {
    Path file = write(content);
    assertThatThrownBy(() -> ParameterDistribution.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("d.xosc:")
        .hasMessageContaining(problem);
  }

  @Test
  void namesTheScenarioBesideTheFile() {
    ParameterDistribution distribution =
        ParameterDistribution.read(write(deterministic(single("v", RANGE))));

    assertThat(distribution.scenario()).isEqualTo(folder.resolve("s.xosc"));
    assertThat(distribution.warnings()).isEmpty();
  }

  @Test
  void combinesSetsAndRangesInTheOrderOfTheFile() {
    ParameterSpace space = space(deterministic(SETS + single("v", RANGE)));

    assertThat(space.count()).isEqualTo(BigInteger.valueOf(6));
    assertThat(space.at(1)).isEqualTo(Map.of("host", "blue", "target", "yellow", "v", "15"));
    assertThat(space.at(3)).isEqualTo(Map.of("target", "red", "v", "10"));
  }

  @Test
  void readsElementsAndTheFormsOfTheCommandLine() {
    ParameterSpace space = space(deterministic(single(
            "a", "<DistributionSet><Element value=\"x\"/><Element value=\"y\"/></DistributionSet>")
        + single(
            "b", "<UserDefinedDistribution type=\"values\">1..3:1</UserDefinedDistribution>")));

    assertThat(space.count()).isEqualTo(BigInteger.valueOf(6));
    assertThat(space.at(5)).isEqualTo(Map.of("a", "y", "b", "3"));
  }

  @Test
  void drawsTheSameValueOfARunWhateverWasDrawnBefore() {
    String uniform =
        "<UniformDistribution><Range lowerLimit=\"0\" upperLimit=\"1\"/></UniformDistribution>";
    ParameterSpace space = space(stochastic(100, "randomSeed=\"1\"", uniform));
    ParameterSpace again = space(stochastic(100, "randomSeed=\"1\"", uniform));
    ParameterSpace otherwise = space(stochastic(100, "randomSeed=\"2\"", uniform));
    Set<String> seen = new HashSet<>();

    for (int i = 99; i >= 0; i--) {
      String value = space.at(i).getOrDefault("v", "");
      assertThat(again.at(i)).containsEntry("v", value);
      assertThat(otherwise.at(i)).doesNotContainEntry("v", value);
      seen.add(value);
    }

    assertThat(seen).hasSize(100);
    assertThat(space.count()).isEqualTo(BigInteger.valueOf(100));
  }

  @Test
  void refusesAnUnknownUserDefinedDistribution() {
    refuses(
        deterministic(
            single("v", "<UserDefinedDistribution type=\"sobol\">3</UserDefinedDistribution>")),
        "distribution type \"sobol\" is not known; known is \"values\"");
  }

  @Test
  void refusesAMissingScenario() throws IOException {
    Files.delete(folder.resolve("s.xosc"));

    refuses(deterministic(single("v", RANGE)), "scenario file \"s.xosc\" does not exist");
  }

  @Test
  void refusesAParameterThatIsVariedTwice() {
    refuses(deterministic(SETS + single("target", RANGE)), "parameter target is varied twice");
  }

  @Test
  void refusesARangeThatNeverEnds() {
    refuses(deterministic(single("v", RANGE.replace("\"5\"", "\"0\""))), "step 0 is not positive");
    refuses(deterministic(single("v", RANGE.replace("20", "INF"))), "must be finite numbers");
    refuses(deterministic(single("v", RANGE.replace("20", "5"))), "upper limit 5 is below");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    refuses(
        deterministic(single("v", RANGE) + "<Elemant/>"), "<Elemant> cannot be in <Deterministic>");
    refuses(stochastic(0, "", "<NormalDistribution/>"), "numberOfTestRuns=\"0\" is less than 1");
    refuses(stochastic(1, "", "<DistributionSet/>"), "is no stochastic distribution");
    refuses("", "needs a <Deterministic> or a <Stochastic>");
  }

  @Test
  void tellsDistributionsFromScenarios() {
    assertThat(ParameterDistribution.isIn(XmlFile.read(write(deterministic(single("v", RANGE))))))
        .isTrue();
    assertThat(ParameterDistribution.isIn(XmlFile.read(folder.resolve("s.xosc"))))
        .isFalse();
  }
}
