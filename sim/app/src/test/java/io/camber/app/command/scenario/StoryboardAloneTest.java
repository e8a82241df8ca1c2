package io.camber.app.command.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.command.CamberCommand;
import io.camber.app.command.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code camber run --ego none}: what others call playing a scenario. */
final class StoryboardAloneTest {
  private static final String EMPTY_PLANE = """
      <OpenSCENARIO>
        <FileHeader revMajor="1" revMinor="2" date="2026-01-01T00:00:00" description="" author=""/>
        <CatalogLocations/>
        <RoadNetwork/>
        <Entities>
          <ScenarioObject name="Rover">
            <Vehicle name="rover" vehicleCategory="car">
              <BoundingBox><Center x="1" y="0" z="0.7"/><Dimensions width="2" length="4" height="1.4"/></BoundingBox>
              <Performance maxSpeed="50" maxAcceleration="5" maxDeceleration="9"/>
              <Axles>
                <FrontAxle maxSteering="0.5" wheelDiameter="0.6" trackWidth="1.6" positionX="2.7" positionZ="0.3"/>
                <RearAxle maxSteering="0" wheelDiameter="0.6" trackWidth="1.6" positionX="0" positionZ="0.3"/>
              </Axles>
              <Properties/>
            </Vehicle>
          </ScenarioObject>
        </Entities>
        <Storyboard>
          <Init><Actions><Private entityRef="Rover">
            <PrivateAction><TeleportAction><Position><WorldPosition x="0" y="0"/></Position></TeleportAction></PrivateAction>
          </Private></Actions></Init>
          STOP
        </Storyboard>
      </OpenSCENARIO>
      """;

  private static final String AFTER_ONE_SECOND = """
      <StopTrigger><ConditionGroup><Condition name="end" delay="0" conditionEdge="none"><ByValueCondition>
        <SimulationTimeCondition value="1" rule="greaterOrEqual"/>
      </ByValueCondition></Condition></ConditionGroup></StopTrigger>
      """;

  @TempDir
  private Path folder;

  @RegisterExtension
  private final Console console = new Console();

  @Test
  void writesTheMotionOfEverybodyAtEveryStep() throws IOException {
    List<String> rows = trajectories("highway-cut-in", 1.0);

    assertThat(rows.get(0)).isEqualTo("time,name,x,y,z,h,p,r,speed,wheel_angle");
    assertThat(rows).hasSizeGreaterThan(200);
  }

  @Test
  void needsNoMapAndGoesOnUntilTheEnd() throws IOException {
    List<String> rows = trajectories(emptyPlane("<StopTrigger/>"), 3.0);

    assertThat(rows).as("a line before 301 samples").hasSize(302);
    assertThat(rows.get(301)).startsWith("3.0,Rover,");
  }

  @Test
  void itsStopTriggerEndsIt() throws IOException {
    List<String> rows = trajectories(emptyPlane(AFTER_ONE_SECOND), 3.0);

    assertThat(rows.get(rows.size() - 1)).startsWith("1.0");
    assertThat(rows).as("0 to 1 s, and the step in which it ends").hasSizeBetween(102, 103);
  }

  @Test
  void aCarToDriveNeedsARoad() throws IOException {
    int code = CamberCommand.execute(new String[] {
      "run", emptyPlane("<StopTrigger/>"), "--out", folder.resolve("run").toString()
    });

    assertThat(code).isEqualTo(2);
    assertThat(console.err()).contains("there is no road; camber run FILE --ego none");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  private String emptyPlane(String stopTrigger) throws IOException {
    String text = EMPTY_PLANE.replace("STOP", stopTrigger);
    return Files.writeString(folder.resolve("plane.xosc"), text).toString();
  }

  private List<String> trajectories(String scenario, double untilS) throws IOException {
    Path csv = folder.resolve("a folder/that is new/motion.csv");
    int code = CamberCommand.execute(new String[] {
      "run",
      scenario,
      "--ego",
      "none",
      "--until",
      String.valueOf(untilS),
      "--out",
      folder.resolve("run").toString(),
      "--trajectories",
      csv.toString()
    });
    assertThat(code).as(console.err()).isZero();
    return Files.readAllLines(csv);
  }
}
