package io.camber.sim.scenario.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.map.RoadMap;
import io.camber.sim.scenario.Playback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioCheckTest {
  private static final String CAR = """
      <Vehicle name="car" vehicleCategory="car">
        <BoundingBox><Center x="1.4" y="0" z="0.75"/><Dimensions width="2" length="5" height="1.5"/></BoundingBox>
        <Performance maxSpeed="70" maxDeceleration="10" maxAcceleration="10"/>
      </Vehicle>""";

  private static final String SOUND = """
      <OpenSCENARIO>
      <FileHeader revMajor="1" revMinor="2" date="2026-01-01T00:00:00" description="test" author="Camber"/>
      <ParameterDeclarations>
      <ParameterDeclaration name="speed" parameterType="double" value="10"/>
      </ParameterDeclarations>
      <CatalogLocations/>
      <RoadNetwork/>
      <Entities><ScenarioObject name="Ego">CAR</ScenarioObject></Entities>
      <Storyboard><Init><Actions><Private entityRef="Ego"><PrivateAction><TeleportAction><Position>
      <WorldPosition x="${$speed + 1}" y="0"/>
      </Position></TeleportAction></PrivateAction></Private></Actions></Init>
      <Story name="S"><Act name="A"><ManeuverGroup name="G" maximumExecutionCount="1">
      <Actors selectTriggeringEntities="false"><EntityRef entityRef="Ego"/></Actors>
      <Maneuver name="M">
      <Event name="E" priority="parallel"><Action name="X"><GlobalAction><ParameterAction parameterRef="speed"><SetAction value="2"/></ParameterAction></GlobalAction></Action></Event>
      </Maneuver></ManeuverGroup><StartTrigger/></Act></Story>
      <StopTrigger/></Storyboard>
      </OpenSCENARIO>
      """.replace("CAR", CAR.replace("\n", ""));

  @TempDir
  Path folder;

  private static ScenarioCheck check() {
    return new ScenarioCheck(new Playback(ScenarioCheckTest::readMap));
  }

  private static RoadMap readMap(Path file) {
    try {
      return RoadMap.parse(file.toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Finding> findings(String text) {
    try {
      Path file = Files.writeString(folder.resolve("test.xosc"), text);
      return check().check(file, Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void finds(String text, CheckRule rule, int line, String problem) {
    assertThat(findings(text)).anySatisfy(finding -> {
      assertThat(finding.rule()).isEqualTo(rule);
      assertThat(finding.line()).isEqualTo(line);
      assertThat(finding.problem()).contains(problem);
    });
  }

  @Test
  void aSoundFileHasNoErrors() {
    assertThat(findings(SOUND)).noneMatch(finding -> finding.rule().isError());
  }

  @Test
  void everyFindingTellsFileLineAndRule() {
    Finding finding =
        findings(SOUND.replace("entityRef=\"Ego\"/", "entityRef=\"Egon\"/")).get(0);

    assertThat(finding.toString())
        .contains(
            "test.xosc:13: error: attribute entityRef: there is no entity \"Egon\"; did you mean Ego?")
        .endsWith("[asam.net:xosc:1.2.0:reference_control.resolvable_entity_references_by_name]");
  }

  @Test
  void textThatIsNoXmlIsFound() {
    finds(
        SOUND.replace("</OpenSCENARIO>", ""),
        CheckRule.VALID_XML_DOCUMENT,
        19,
        "not well-formed XML");
  }

  @Test
  void aMissingPartOfTheOutlineIsFound() {
    finds(
        SOUND.replace("<RoadNetwork/>", ""),
        CheckRule.VALID_SCHEMA,
        1,
        "needs a child <RoadNetwork>");
  }

  @Test
  void anUnknownElementIsFound() {
    finds(
        SOUND.replace("<RoadNetwork/>", "<RoadNetwork/><CustomTag/>"),
        CheckRule.VALID_SCHEMA,
        7,
        "unknown element <CustomTag>");
  }

  @Test
  void anOperatorThatIsNoneIsFound() {
    finds(
        SOUND.replace("${$speed + 1}", "${2^3}"),
        CheckRule.ALLOWED_OPERATORS,
        10,
        "unexpected \"^3\"");
  }

  @Test
  void aDivisionByZeroIsFound() {
    finds(
        SOUND.replace("${$speed + 1}", "${$speed / 0}"),
        CheckRule.EXPRESSION_VALUES,
        10,
        "division by zero");
  }

  @Test
  void anUndeclaredParameterIsFound() {
    finds(
        SOUND.replace("${$speed + 1}", "$sped"),
        CheckRule.DECLARED_PARAMETERS,
        10,
        "parameter $sped is not declared; did you mean speed?");
  }

  @Test
  void parametersThatAreDeclaredByEachOtherAreFoundOnce() {
    List<Finding> findings = findings(
        SOUND.replace(
            "value=\"10\"/>",
            "value=\"$b\"/>\n<ParameterDeclaration name=\"b\" parameterType=\"double\" value=\"${2 * $speed}\"/>"));

    assertThat(findings.stream().filter(found -> found.rule() == CheckRule.PARAMETER_CYCLES))
        .singleElement()
        .satisfies(found -> assertThat(found.problem()).contains("speed -> b -> speed"));
  }

  @Test
  void aSecondEntityOfTheSameNameIsFound() {
    finds(
        SOUND.replace(
            "</Entities>",
            "\n<ScenarioObject name=\"Ego\">" + CAR + "</ScenarioObject></Entities>"),
        CheckRule.UNIQUE_ENTITY_NAMES,
        9,
        "a second entity is called \"Ego\", the first is in line 8");
  }

  @Test
  void anElementReferenceOfTheWrongKindIsFound() {
    String condition =
        "<StartTrigger><ConditionGroup><Condition name=\"c\" delay=\"0\" conditionEdge=\"none\"><ByValueCondition>"
            + "<StoryboardElementStateCondition storyboardElementType=\"act\" storyboardElementRef=\"E\" state=\"runningState\"/>"
            + "</ByValueCondition></Condition></ConditionGroup></StartTrigger></Event>";

    finds(
        SOUND.replace("</Event>", condition),
        CheckRule.ELEMENT_REFERENCES,
        15,
        "the storyboard has no act \"E\"; there is a event of that name");
  }

  @Test
  void aNegativePhaseIsFound() {
    finds(
        SOUND.replace(
            "<RoadNetwork/>",
            "<RoadNetwork><TrafficSignals><TrafficSignalController name=\"c\"><Phase name=\"p\" duration=\"${-$speed}\"/>"
                + "</TrafficSignalController></TrafficSignals></RoadNetwork>"),
        CheckRule.PHASE_DURATION,
        7,
        "is negative");
  }

  @Test
  void anEventThatNeverRestsIsNamed() {
    finds(
        SOUND.replace(
            "priority=\"parallel\"", "priority=\"parallel\" maximumExecutionCount=\"1000000\""),
        CheckRule.COMES_TO_REST,
        15,
        "event \"S/A/G/M/E\" started ");
  }

  @Test
  void selectionsThatContainEachOtherAreFound() {
    String members =
        "<EntitySelection name=\"%s\"><Members><EntityRef entityRef=\"%s\"/></Members></EntitySelection>";

    finds(
        SOUND.replace(
            "</Entities>",
            "\n" + members.formatted("a", "b") + "\n" + members.formatted("b", "a")
                + "</Entities>"),
        CheckRule.READABLE,
        9,
        "selection \"a\" contains itself: a -> b -> a");
  }

  @Test
  void signalControllersThatStartAfterEachOtherAreFound() {
    String controller = "<TrafficSignalController name=\"%s\" delay=\"1\" reference=\"%s\"/>";

    finds(
        SOUND.replace(
            "<RoadNetwork/>",
            "<RoadNetwork><TrafficSignals>\n" + controller.formatted("a", "b") + "\n"
                + controller.formatted("b", "a") + "</TrafficSignals></RoadNetwork>"),
        CheckRule.SIGNAL_CONTROLLERS,
        8,
        "starts after itself: a -> b -> a");
  }

  @Test
  void theRuleFilesOfTheQualityCheckerGetTheVerdictsTheyClaim() throws IOException {
    Optional<String> data = Optional.ofNullable(System.getenv("CAMBER_TEST_DATA"));
    Assumptions.assumeTrue(data.isPresent(), "set CAMBER_TEST_DATA to run");
    Path rules = Path.of(data.orElseThrow(), "scenarios", "negative", "qc-openscenarioxml");
    int verdicts = 0;

    try (var files = Files.walk(rules)) {
      for (Path file :
          files.filter(path -> path.toString().endsWith(".xosc")).sorted().toList()) {
        String rule = rules.relativize(file).getName(0).toString();
        boolean broken = check().check(file, Map.of()).stream()
            .anyMatch(finding -> finding.rule().shortName().equals(rule));
        String name = String.valueOf(file.getFileName());
        if (name.contains("negative") || name.equals("invalid_schema.xosc")) {
          assertThat(broken).as(file + " breaks its rule").isTrue();
          verdicts++;
        } else {
          assertThat(broken).as(file + " keeps its rule").isFalse();
          verdicts++;
        }
      }
    }

    assertThat(verdicts).isEqualTo(34);
  }
}
