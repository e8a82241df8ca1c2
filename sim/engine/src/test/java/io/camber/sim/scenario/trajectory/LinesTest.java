package io.camber.sim.scenario.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.sim.scenario.trajectory.Lines.ClothoidPiece;
import io.camber.sim.scenario.trajectory.TrajectoryLine.Turning;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
  private final TrajectoryPose pose = new TrajectoryPose();

  private static Vertex at(double x, double y, double time) {
    return new Vertex(x, y, 0.0, 0.0, false, false, time);
  }

  @Test
  void anArcOfConstantCurvatureEndsOnTheCircle() {
    Vertex start = new Vertex(0.0, 0.0, 0.0, 0.0, true, false, Double.NaN);
    double quarter = 10.0 * Math.PI / 2.0;

    TrajectoryLine line =
        Lines.clothoids(List.of(new ClothoidPiece(0.1, 0.1, quarter, start, true)), Double.NaN);
    line.at(quarter, pose);

    // three-point Gauss quadrature over 0.2 m is exact to far below a micrometre
    assertThat(pose.x()).isCloseTo(10.0, within(1e-7));
    assertThat(pose.y()).isCloseTo(10.0, within(1e-7));
    assertThat(pose.yaw()).isCloseTo(Math.PI / 2.0, within(1e-9));
  }

  @Test
  void aNurbsWithCircleWeightsIsACircle() {
    double w = Math.sqrt(0.5);
    List<Vertex> controls =
        List.of(at(1, 0, Double.NaN), at(1, 1, Double.NaN), at(0, 1, Double.NaN));

    TrajectoryLine line =
        Lines.nurbs(3, controls, new double[] {1.0, w, 1.0}, new double[] {0, 0, 0, 1, 1, 1});

    for (double s = 0.0; s <= line.lengthM(); s += 0.1) {
      line.at(s, pose);
      // 20 chords over a quarter of the unit circle sag by 0.8 mm at most
      assertThat(StrictMath.hypot(pose.x(), pose.y())).isCloseTo(1.0, within(1e-3));
    }
  }

  @Test
  void timesAreMetWithSteadySpeeds() {
    TrajectoryLine line = Lines.polyline(
        List.of(at(0, 0, 0), at(10, 0, 2), at(10, 30, 5)), Turning.AT_CORNERS, false, 0.0);

    assertThat(line.stationAtTime(1.0)).isEqualTo(5.0);
    assertThat(line.stationAtTime(3.5)).isEqualTo(25.0);
    assertThat(line.stationAtTime(99.0)).isEqualTo(40.0);
  }

  @Test
  void timesAreMetWithEvenAcceleration() {
    TrajectoryLine line =
        Lines.polyline(List.of(at(0, 0, 0), at(10, 0, 2)), Turning.EVEN, true, 0.0);

    // from standstill 10 m in 2 s take 5 m/s2
    assertThat(line.stationAtTime(1.0)).isCloseTo(2.5, within(1e-12));
    assertThat(line.stationAtTime(2.0)).isCloseTo(10.0, within(1e-12));
  }

  @Test
  void findsTheNearestStation() {
    TrajectoryLine line = Lines.polyline(
        List.of(at(0, 0, Double.NaN), at(10, 0, Double.NaN)), Turning.AT_CORNERS, false, 0.0);

    assertThat(line.nearestStation(4.0, 3.0)).isEqualTo(4.0);
    assertThat(line.nearestStation(-4.0, 3.0)).isEqualTo(0.0);
  }
}
