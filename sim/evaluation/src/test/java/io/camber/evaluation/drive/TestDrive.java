package io.camber.evaluation.drive;

import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.map.RoadMap;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.SignalTruth;
import io.camber.truth.TruthFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A straight road to drive on and people to meet. */
public final class TestDrive {
  /** Time between frames. */
  public static final long STEP_NS = 10_000_000L;

  /** Id of the light whose stop line is at x = 200. */
  public static final String LIGHT = "light";

  /** Middle of the right-hand lane of the {@link #road()}. */
  public static final double LANE_Y = -1.75;

  private TestDrive() {}

  /** 400 m eastwards, one lane each way, 3.5 m wide, 20 m/s, a light for eastbound cars at 200 m. */
  public static RoadMap road() {
    String xml = """
        <?xml version="1.0"?>
        <OpenDRIVE>
          <header revMajor="1" revMinor="6" name="straight"/>
          <road name="" length="400" id="1" junction="-1">
            <type s="0" type="town"><speed max="20" unit="m/s"/></type>
            <planView>
              <geometry s="0" x="0" y="0" hdg="0" length="400"><line/></geometry>
            </planView>
            <lanes>
              <laneSection s="0">
                <left>
                  <lane id="1" type="driving" level="false">
                    <width sOffset="0" a="3.5" b="0" c="0" d="0"/>
                  </lane>
                </left>
                <center><lane id="0" type="none" level="false"/></center>
                <right>
                  <lane id="-1" type="driving" level="false">
                    <width sOffset="0" a="3.5" b="0" c="0" d="0"/>
                  </lane>
                </right>
              </laneSection>
            </lanes>
            <signals>
              <signal s="200" t="-4" id="light" name="" dynamic="yes" orientation="+"
                  zOffset="3" country="OpenDRIVE" type="1000001" subtype="-1" value="-1"
                  height="1" width="0.4"/>
            </signals>
          </road>
        </OpenDRIVE>
        """;
    return RoadMap.parse("straight.xodr", ByteBuffer.wrap(xml.getBytes(StandardCharsets.UTF_8)));
  }

  /** A car of 4.7 by 1.86 m whose rear axle stands at (x, y). */
  public static ActorTruth car(String name, double x, double y, double yaw, double speedMps) {
    return actor(name, ObjectClass.CAR, x, y, yaw, speedMps, 0.0);
  }

  /** The same with an acceleration. */
  public static ActorTruth car(Pose2 pose, double speedMps, double accelMps2) {
    return actor("Ego", ObjectClass.CAR, pose.x(), pose.y(), pose.yaw(), speedMps, accelMps2);
  }

  /** Someone of the usual size of their class. */
  public static ActorTruth actor(
      String name,
      ObjectClass objectClass,
      double x,
      double y,
      double yaw,
      double speedMps,
      double accelMps2) {
    boolean isPerson = objectClass == ObjectClass.PEDESTRIAN;
    return new ActorTruth(
        name,
        objectClass,
        isPerson ? "pedestrian" : "car",
        Pose3.of(new Pose2(x, y, yaw)),
        isPerson ? new Size3(0.5, 0.5, 1.8) : new Size3(4.7, 1.86, 1.5),
        isPerson ? 0.0 : 1.4,
        0.0,
        speedMps,
        accelMps2,
        0.0,
        0.0,
        ActorLights.OFF);
  }

  /** The world with the ego engaged. */
  public static TruthFrame frame(long timeNs, SignalColor light, ActorTruth... actors) {
    List<ActorTruth> all = new ArrayList<>(List.of(actors));
    return new TruthFrame(timeNs, "Ego", true, all, List.of(new SignalTruth(LIGHT, light)));
  }
}
