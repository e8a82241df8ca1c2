package io.camber.app.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A scenario of any size: cars that drive along a chain of straight roads, and events that wait for a time that never comes.
 *
 * @param actors cars, 30 m apart on three lanes
 * @param events in one maneuver, each looked at in every step
 * @param roads of {@value #ROAD_M} m, each linked to the next
 */
record GrownScenario(int actors, int events, int roads) {
  static final double ROAD_M = 200.0;

  private static final int LANES = 3;
  private static final double GAP_M = 30.0;

  /** Long enough for what stands on it and for a minute at 20 m/s. */
  static GrownScenario ofActors(int actors) {
    int roads = (int) Math.ceil((Math.floorDiv(actors, LANES) * GAP_M + 1500.0) / ROAD_M);
    return new GrownScenario(actors, 1, roads);
  }

  /** Writes the scenario and its map into a folder; the scenario's file. */
  Path writeTo(Path folder) throws IOException {
    String name = "grown-" + actors + "-" + events + "-" + roads;
    Files.writeString(folder.resolve(name + ".xodr"), map());
    Path file = folder.resolve(name + ".xosc");
    Files.writeString(file, scenario(name + ".xodr"));
    return file;
  }

  private String map() {
    StringBuilder xml = new StringBuilder("""
        <?xml version="1.0"?>
        <OpenDRIVE>
        <header revMajor="1" revMinor="6" name="grown"/>
        """);
    for (int i = 0; i < roads; i++) {
      xml.append(String.format(
          Locale.ROOT,
          "<road id=\"%d\" length=\"%.1f\" junction=\"-1\">\n<link>%s%s</link>\n<planView>"
              + "<geometry s=\"0\" x=\"%.1f\" y=\"0\" hdg=\"0\" length=\"%.1f\"><line/></geometry>"
              + "</planView>\n<lanes><laneSection s=\"0\"><center><lane id=\"0\" type=\"none\"/>"
              + "</center><right>%n",
          i,
          ROAD_M,
          i > 0 ? link("predecessor", i - 1, "end") : "",
          i + 1 < roads ? link("successor", i + 1, "start") : "",
          i * ROAD_M,
          ROAD_M));
      for (int lane = 1; lane <= LANES; lane++) {
        xml.append(lane(-lane, i));
      }
      xml.append("</right></laneSection></lanes>\n</road>\n");
    }
    return xml.append("</OpenDRIVE>\n").toString();
  }

  private static String link(String kind, int road, String contact) {
    return "<" + kind + " elementType=\"road\" elementId=\"" + road + "\" contactPoint=\"" + contact
        + "\"/>";
  }

  private String lane(int number, int road) {
    return "<lane id=\"" + number + "\" type=\"driving\"><link>"
        + (road > 0 ? "<predecessor id=\"" + number + "\"/>" : "")
        + (road + 1 < roads ? "<successor id=\"" + number + "\"/>" : "")
        + "</link><width sOffset=\"0\" a=\"3.5\" b=\"0\" c=\"0\" d=\"0\"/></lane>\n";
  }

  private String scenario(String map) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?>\n<OpenSCENARIO>\n"
        + "<FileHeader revMajor=\"1\" revMinor=\"2\" date=\"2026-01-01T00:00:00\""
        + " description=\"grown\" author=\"camber\"/>\n<CatalogLocations/>\n<RoadNetwork>"
        + "<LogicFile filepath=\"" + map + "\"/></RoadNetwork>\n<Entities>\n");
    for (int i = 0; i < actors; i++) {
      xml.append(car("Car" + i));
    }
    xml.append("</Entities>\n<Storyboard><Init><Actions>\n");
    for (int i = 0; i < actors; i++) {
      xml.append(start("Car" + i, i));
    }
    xml.append("</Actions></Init>\n<Story name=\"story\"><Act name=\"act\">"
        + "<ManeuverGroup name=\"group\" maximumExecutionCount=\"1\">"
        + "<Actors selectTriggeringEntities=\"false\"><EntityRef entityRef=\"Car0\"/></Actors>"
        + "<Maneuver name=\"maneuver\">\n");
    for (int i = 0; i < events; i++) {
      xml.append(event(i));
    }
    return xml.append("</Maneuver></ManeuverGroup>" + trigger("StartTrigger", "begin", 0.0)
            + "</Act></Story>\n" + trigger("StopTrigger", "end", 1e6) + "</Storyboard>\n"
            + "</OpenSCENARIO>\n")
        .toString();
  }

  private static String car(String name) {
    return "<ScenarioObject name=\"" + name + "\"><Vehicle name=\"car\" vehicleCategory=\"car\">"
        + "<BoundingBox><Center x=\"1.4\" y=\"0\" z=\"0.75\"/>"
        + "<Dimensions width=\"1.8\" length=\"4.6\" height=\"1.5\"/></BoundingBox>"
        + "<Performance maxSpeed=\"60\" maxAcceleration=\"5\" maxDeceleration=\"9\"/><Axles>"
        + "<FrontAxle maxSteering=\"0.5\" wheelDiameter=\"0.6\" trackWidth=\"1.6\" positionX=\"2.8\""
        + " positionZ=\"0.3\"/><RearAxle maxSteering=\"0\" wheelDiameter=\"0.6\" trackWidth=\"1.6\""
        + " positionX=\"0\" positionZ=\"0.3\"/></Axles><Properties/></Vehicle></ScenarioObject>\n";
  }

  private static String start(String name, int i) {
    double s = 10.0 + Math.floorDiv(i, LANES) * GAP_M;
    int road = (int) (s / ROAD_M);
    return String.format(
        Locale.ROOT,
        "<Private entityRef=\"%s\"><PrivateAction><TeleportAction><Position><LanePosition roadId=\"%d\""
            + " laneId=\"%d\" s=\"%.1f\"/></Position></TeleportAction></PrivateAction>"
            + "<PrivateAction><LongitudinalAction><SpeedAction><SpeedActionDynamics"
            + " dynamicsShape=\"step\" value=\"0\" dynamicsDimension=\"time\"/><SpeedActionTarget>"
            + "<AbsoluteTargetSpeed value=\"20\"/></SpeedActionTarget></SpeedAction>"
            + "</LongitudinalAction></PrivateAction></Private>%n",
        name,
        road,
        -1 - i % LANES,
        s - road * ROAD_M);
  }

  private static String event(int i) {
    return "<Event name=\"event" + i + "\" priority=\"parallel\"><Action name=\"action" + i
        + "\"><PrivateAction><LongitudinalAction><SpeedAction><SpeedActionDynamics"
        + " dynamicsShape=\"linear\" value=\"2\" dynamicsDimension=\"time\"/><SpeedActionTarget>"
        + "<AbsoluteTargetSpeed value=\"10\"/></SpeedActionTarget></SpeedAction>"
        + "</LongitudinalAction></PrivateAction></Action>"
        + trigger("StartTrigger", "never" + i, 1e6) + "</Event>\n";
  }

  private static String trigger(String kind, String name, double timeS) {
    return "<" + kind + "><ConditionGroup><Condition name=\"" + name
        + "\" delay=\"0\" conditionEdge=\"none\"><ByValueCondition><SimulationTimeCondition value=\""
        + timeS + "\" rule=\"greaterThan\"/></ByValueCondition></Condition></ConditionGroup></"
        + kind + ">";
  }
}
