package io.camber.sim.scene.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Pose3;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.scene.SignalColor;
import io.camber.sim.scene.Instance;
import io.camber.sim.scene.RayCaster;
import io.camber.sim.scene.RayHit;
import io.camber.sim.scene.SceneLabel;
import io.camber.sim.scene.Surface;
import io.camber.truth.SignalTruth;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapSurroundingsTest {
  private static final Surface[] SURFACES = Surface.values();

  /** A hilly curve with a walk, a light and a sign. */
  private static final String MAP = """
      <OpenDRIVE><header revMajor="1" revMinor="6" name="hill"/>
      <road name="" length="200" id="1" junction="-1">
        <type s="0" type="rural"><speed max="100" unit="km/h"/></type>
        <planView>
          <geometry s="0" x="0" y="0" hdg="0" length="100"><line/></geometry>
          <geometry s="100" x="100" y="0" hdg="0" length="100"><arc curvature="0.01"/></geometry>
        </planView>
        <elevationProfile><elevation s="0" a="3" b="0.05" c="0" d="0"/></elevationProfile>
        <lanes><laneSection s="0">
          <left><lane id="1" type="driving" level="false"><width sOffset="0" a="3.5" b="0" c="0" d="0"/>
            <roadMark sOffset="0" type="solid" color="white" width="0.15"/></lane></left>
          <center><lane id="0" type="none" level="false"><roadMark sOffset="0" type="broken" color="yellow" width="0.15"/></lane></center>
          <right><lane id="-1" type="driving" level="false"><width sOffset="0" a="3.5" b="0" c="0" d="0"/>
            <roadMark sOffset="0" type="solid" color="white" width="0.15"/></lane>
            <lane id="-2" type="sidewalk" level="false"><width sOffset="0" a="2" b="0" c="0" d="0"/>
              <height sOffset="0" inner="0.12" outer="0.12"/></lane></right>
        </laneSection></lanes>
        <signals>
          <signal s="80" t="-6.5" id="7" name="" dynamic="yes" orientation="+" zOffset="3" type="1000001" subtype="-1" value="-1" height="1" width="0.4"/>
          <signal s="60" t="-6.5" id="8" name="" dynamic="no" orientation="+" zOffset="2" type="274" subtype="50" value="50" height="0.8" width="0.8"/>
        </signals>
      </road></OpenDRIVE>
      """;

  private final RoadMap map =
      RoadMap.parse("hill.xodr", ByteBuffer.wrap(MAP.getBytes(StandardCharsets.UTF_8)));
  private final SceneModel scene = new SceneModel(map, List.of(), 3);
  private final RayCaster caster = new RayCaster();

  /** Height and surface of what lies first under a point. */
  private record Below(double z, Surface surface) {}

  private Below below(double x, double y, double z) {
    RayHit hit = new RayHit();
    Below found = new Below(Double.NEGATIVE_INFINITY, Surface.GRASS);
    for (Instance instance : scene.surroundings(Region.around(x, y, 5.0))) {
      hit.reset(1000.0f);
      caster.cast(
          instance.mesh(),
          (float) (x - instance.x()),
          (float) (y - instance.y()),
          (float) (z - instance.z()),
          0.0f,
          0.0f,
          -1.0f,
          hit);
      if (hit.isHit() && z - hit.distance() > found.z) {
        found = new Below(z - hit.distance(), SURFACES[instance.mesh().surfaces()[hit.triangle()]]);
      }
    }
    return found;
  }

  @Test
  void laysTheRoadAtTheMapsElevationAndNothingOverIt() {
    for (LaneSegment lane : map.lanes()) {
      if (!lane.isDrivable()) {
        continue;
      }
      for (double s = 1.0; s < lane.lengthM(); s += 3.7) {
        Pose3 pose = lane.centerAt(s);
        Below below = below(pose.x(), pose.y(), pose.z() + 3.0);

        assertThat(below.surface().label()).as("%s at %s", lane, s).isEqualTo(SceneLabel.ROAD);
        assertThat(below.z()).as("%s at %s", lane, s).isCloseTo(pose.z(), within(0.02));
      }
    }
  }

  @Test
  void raisesTheWalkAndKeepsTheLandBelowTheRoad() {
    Pose3 walk = map.fromLane("1", -2, 50.0, 0.0);
    Below onWalk = below(walk.x(), walk.y(), 30.0);
    Below onLand = below(50.0, 9.0, 30.0);

    assertThat(onWalk.surface()).isEqualTo(Surface.SIDEWALK);
    assertThat(onWalk.z()).isCloseTo(3.0 + 0.05 * 50.0 + 0.12, within(0.02));
    assertThat(onLand.surface()).isEqualTo(Surface.GRASS);
    assertThat(onLand.z()).isBetween(5.5 - 0.4, 5.5);
  }

  @Test
  void paintsTheMarks() {
    Pose3 edge = map.fromRoad("1", 50.0, 3.5);

    assertThat(below(edge.x(), edge.y(), 30.0).surface()).isEqualTo(Surface.MARKING_WHITE);
  }

  @Test
  void lightsTheHeadThatTheSignalNames() {
    SignalTruth green = new SignalTruth("7", SignalColor.GREEN);

    List<Instance> lit = scene.surroundings(Region.around(80, 0, 60), List.of(green)).stream()
        .filter(instance -> instance.lit() != 0L)
        .toList();

    assertThat(lit).hasSize(1);
    assertThat(lit.get(0).lit()).isEqualTo(Surface.LAMP_GREEN.bit());
    assertThat(lit.get(0).z()).isCloseTo(3.0 + 0.05 * 80.0 + 3.0, within(0.01));
  }

  @Test
  void buildsTheSameTilesInWhateverOrderTheyAreVisited() {
    SceneModel other = new SceneModel(map, List.of(), 3);
    other.surroundings(Region.around(180, 60, 40));

    List<Instance> here = scene.surroundings(Region.around(50, 0, 70));
    List<Instance> there = other.surroundings(Region.around(50, 0, 70));

    assertThat(here).hasSameSizeAs(there);
    for (int i = 0; i < here.size(); i++) {
      assertThat(here.get(i).mesh().vertices()).isEqualTo(there.get(i).mesh().vertices());
      assertThat(here.get(i).mesh().corners()).isEqualTo(there.get(i).mesh().corners());
    }
  }

  @Test
  void keepsTheLanesFreeOfScenery() {
    for (double s = 0.0; s < 200.0; s += 1.0) {
      Pose3 pose = map.fromLane("1", -1, s, 0.0);
      assertThat(below(pose.x(), pose.y(), pose.z() + 60.0).z()).isLessThan(pose.z() + 0.05);
    }
  }
}
