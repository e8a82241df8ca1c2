package io.camber.sim.scenario;

import io.camber.map.RoadMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes small scenarios with a straight road of two lanes a side and plays them. */
final class TestFiles {
  private static final String ROAD = """
      <?xml version="1.0"?>
      <OpenDRIVE><header revMajor="1" revMinor="6" name="straight" version="1.00" north="0" south="0" east="0" west="0"/>
      <road name="" length="1000.0" id="1" junction="-1">
        <planView><geometry s="0" x="0" y="0" hdg="0" length="1000"><line/></geometry></planView>
        <lanes><laneSection s="0">
          <left>
            <lane id="2" type="driving" level="false"><width sOffset="0" a="3.5" b="0" c="0" d="0"/></lane>
            <lane id="1" type="driving" level="false"><width sOffset="0" a="3.5" b="0" c="0" d="0"/></lane>
          </left>
          <center><lane id="0" type="none" level="false"/></center>
          <right>
            <lane id="-1" type="driving" level="false"><width sOffset="0" a="3.5" b="0" c="0" d="0"/></lane>
            <lane id="-2" type="driving" level="false"><width sOffset="0" a="3.5" b="0" c="0" d="0"/></lane>
          </right>
        </laneSection></lanes>
      </road></OpenDRIVE>
      """;

  private static final String CAR = """
      <Vehicle name="car" vehicleCategory="car">
        <BoundingBox><Center x="1.4" y="0" z="0.75"/><Dimensions width="2" length="5" height="1.5"/></BoundingBox>
        <Performance maxSpeed="70" maxDeceleration="10" maxAcceleration="10"/>
        <Axles><FrontAxle maxSteering="0.5" wheelDiameter="0.6" trackWidth="1.6" positionX="2.8" positionZ="0.3"/>
        <RearAxle maxSteering="0" wheelDiameter="0.6" trackWidth="1.6" positionX="0" positionZ="0.3"/></Axles>
      </Vehicle>
      """;

  static final String EGO_AT_10 = """
      <Private entityRef="Ego">
        <PrivateAction><TeleportAction><Position><LanePosition roadId="1" laneId="-1" s="100"/></Position></TeleportAction></PrivateAction>
        <PrivateAction><LongitudinalAction><SpeedAction>
          <SpeedActionDynamics dynamicsShape="step" dynamicsDimension="time" value="0"/>
          <SpeedActionTarget><AbsoluteTargetSpeed value="10"/></SpeedActionTarget>
        </SpeedAction></LongitudinalAction></PrivateAction>
      </Private>
      """;

  private TestFiles() {}

  /** A whole scenario with entity Ego. */
  static String scenario(String parameters, String init, String stories) {
    return """
        <OpenSCENARIO>
          <FileHeader revMajor="1" revMinor="2" date="2026-01-01T00:00:00" description="test" author="Camber"/>
          %s
          <CatalogLocations/>
          <RoadNetwork><LogicFile filepath="road.xodr"/></RoadNetwork>
          <Entities><ScenarioObject name="Ego">%s</ScenarioObject></Entities>
          <Storyboard><Init><Actions>%s</Actions></Init>%s<StopTrigger/></Storyboard>
        </OpenSCENARIO>
        """.formatted(parameters, CAR, init, stories);
  }

  /** A story of one act and maneuver for Ego. */
  static String story(String events) {
    return """
        <Story name="S"><Act name="A"><ManeuverGroup name="G" maximumExecutionCount="1">
          <Actors selectTriggeringEntities="false"><EntityRef entityRef="Ego"/></Actors>
          <Maneuver name="M">%s</Maneuver>
        </ManeuverGroup><StartTrigger/></Act></Story>
        """.formatted(events);
  }

  /** An event that changes Ego's speed. */
  static String speedEvent(
      String name, String attributes, double target, String dynamics, String condition) {
    return """
        <Event name="%s" %s><Action name="%s-action"><PrivateAction><LongitudinalAction><SpeedAction>
          <SpeedActionDynamics %s/><SpeedActionTarget><AbsoluteTargetSpeed value="%s"/></SpeedActionTarget>
        </SpeedAction></LongitudinalAction></PrivateAction></Action>
        <StartTrigger><ConditionGroup>%s</ConditionGroup></StartTrigger></Event>
        """.formatted(name, attributes, name, dynamics, target, condition);
  }

  static String atTime(double timeS, String edge, double delayS) {
    return """
        <Condition name="c" delay="%s" conditionEdge="%s"><ByValueCondition>
          <SimulationTimeCondition value="%s" rule="greaterOrEqual"/></ByValueCondition></Condition>
        """.formatted(delayS, edge, timeS);
  }

  static Path write(Path folder, String scenario) {
    try {
      Files.writeString(folder.resolve("road.xodr"), ROAD.strip());
      return Files.writeString(folder.resolve("test.xosc"), scenario.strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ScenarioPlayer play(Path folder, String scenario, String ego) {
    Scenario loaded = Scenario.load(write(folder, scenario), Map.of());
    return new ScenarioPlayer(loaded, map(loaded.mapFile()), 0L, ego);
  }

  static RoadMap map(Path file) {
    try {
      return RoadMap.parse(file.toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static long seconds(double value) {
    return Math.round(value * 1e9);
  }
}
