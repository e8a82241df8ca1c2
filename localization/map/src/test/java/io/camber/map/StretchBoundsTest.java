package io.camber.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Pose3;
import io.camber.map.RoadGrid.Lanes;
import io.camber.map.road.Road;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StretchBoundsTest {
  /** A straight and an arc of some curvature after it. */
  private static Road bent(long seed) {
    Random random = new Random(seed);
    double heading = random.nextDouble() * 6.0;
    double straight = 5.0 + random.nextDouble() * 30.0;
    double arc = 10.0 + random.nextDouble() * 40.0;
    String geometry = String.format(
        Locale.ROOT,
        "<geometry s=\"0\" x=\"0\" y=\"0\" hdg=\"%s\" length=\"%s\"><line/></geometry>"
            + "<geometry s=\"%s\" x=\"%s\" y=\"%s\" hdg=\"%s\" length=\"%s\"><arc curvature=\"%s\"/></geometry>",
        heading,
        straight,
        straight,
        straight * StrictMath.cos(heading),
        straight * StrictMath.sin(heading),
        heading,
        arc,
        (random.nextDouble() - 0.5) * 0.12);
    return Roads.parse(Roads.road("", straight + arc, geometry, "")).roads().get(0);
  }

  @Test
  void refuseNoPointThatLiesOnOrBesideTheStretch() {
    for (long seed = 1; seed <= 40; seed++) {
      Road road = bent(seed);
      Random random = new Random(seed);
      for (int i = 0; i < 40; i++) {
        double from = random.nextDouble() * (road.lengthM() - 0.5);
        double to = Math.min(road.lengthM(), from + 0.3 + random.nextDouble() * 5.0);
        RoadPiece piece = new RoadPiece(road, 0, 0, from, to);
        double s = from + random.nextDouble() * (to - from);
        double[] borders = road.sectionAt(s).bordersAt(s);
        double radius = random.nextInt(2) * random.nextDouble() * 3.0;
        double right = borders[borders.length - 1] - radius;
        double t = right + random.nextDouble() * (borders[0] + radius - right);

        Pose3 point = road.poseAt(s, t);

        assertThat(piece.mayHold(point.x(), point.y(), radius, Lanes.ALL))
            .as("seed %s: s %s in %s..%s, t %s, radius %s", seed, s, from, to, t, radius)
            .isTrue();
        assertThat(piece
                .reach(Lanes.ALL)
                .orElseThrow()
                .grownBy(1.5 * radius)
                .contains(point.x(), point.y()))
            .as("seed %s: reach at s %s of %s..%s, t %s", seed, s, from, to, t)
            .isTrue();
      }
    }
  }

  @Test
  void refusePointsBeyondTheEndsAndBesideTheLanes() {
    RoadPiece piece = new RoadPiece(Roads.straight(100.0).roads().get(0), 0, 0, 40.0, 46.0);
    double outer = Roads.straight(100.0).roads().get(0).sectionAt(40.0).bordersAt(40.0)[0];

    assertThat(piece.mayHold(43.0, 0.0, 0.0, Lanes.ALL)).isTrue();
    assertThat(piece.mayHold(39.7, 0.0, 0.0, Lanes.ALL)).isFalse();
    assertThat(piece.mayHold(46.3, 0.0, 3.0, Lanes.ALL)).isFalse();
    assertThat(piece.mayHold(43.0, outer + 0.01, 0.0, Lanes.ALL)).isFalse();
    assertThat(piece.mayHold(43.0, outer + 0.01, 0.1, Lanes.ALL)).isTrue();
  }
}
