package io.camber.perception.lidar;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.scene.Detection;
import io.camber.scene.ObjectClass;
import io.camber.sensing.LidarSweep;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A cluster that looks like a truck beside the road: a car's flank of 4.4 m below, and a crown above and behind it. */
final class CandidateReportTest {
  private static final Size3 CAR = new Size3(4.5, 1.8, 1.5);
  private static final Size3 TOO_LONG_A_TRUCK = new Size3(6.8, 2.8, 3.2);

  private static Cluster carAndCrown(int crownLayers) {
    PointCloud cloud = new PointCloud();
    cloud.reset(4000);
    for (int column = 0; column < 44; column++) {
      double x = 10.0 + 0.1 * column;
      for (int row = 0; row < 6; row++) {
        add(cloud, x, 6.0, 0.3 + 0.2 * row);
      }
      for (int layer = 0; layer < crownLayers; layer++) {
        add(cloud, x, 6.2 + 0.1 * layer, 2.2 + 0.1 * (layer % 10));
      }
    }
    int[] all = new int[cloud.size];
    for (int k = 0; k < all.length; k++) {
      all[k] = k;
    }
    return Cluster.of(cloud, all, 0, all.length);
  }

  private static void add(PointCloud cloud, double x, double y, double height) {
    cloud.height[cloud.size] = (float) height;
    cloud.add((float) x, (float) y, (float) height, 0f, cloud.size);
  }

  private static Candidate as(ObjectClass objectClass, Cluster cluster, Size3 size) {
    return new Candidate(
        cluster,
        new ClassGuess(objectClass, 0.8, true, size),
        new Pose2(cluster.centroidX, cluster.centroidY, 0.0),
        size,
        false,
        0.01,
        Optional.empty());
  }

  private static List<Detection> said(Cluster whole, ObjectClass pieces) {
    LidarSweep empty = new LidarSweep("lidar_top", 0L, 100_000_000L, ByteBuffer.allocate(0));
    CandidateReport report = new CandidateReport(
        new Curtain(),
        piece -> as(pieces, piece, CAR),
        piece -> as(pieces, piece, CAR),
        true,
        new SweepField(empty));
    report.add(as(ObjectClass.TRUCK, whole, TOO_LONG_A_TRUCK));
    return report.detections();
  }

  @Test
  void claimsTheCarThatIsMostOfWhatLooksLikeATruck() {
    List<Detection> said = said(carAndCrown(6), ObjectClass.CAR);

    assertThat(said).hasSize(1);
    assertThat(said.get(0).objectClass()).isEqualTo(ObjectClass.CAR);
    assertThat(said.get(0).score()).isEqualTo(0.15);
    assertThat(said.get(0).pointCount()).isEqualTo(44 * 6);
  }

  @Test
  void claimsNothingBelowACrownThatIsNearlyAllOfIt() {
    assertThat(said(carAndCrown(14), ObjectClass.CAR)).isEmpty();
  }

  @Test
  void claimsNobodyOnFootInWhatLooksLikeATruck() {
    assertThat(said(carAndCrown(6), ObjectClass.PEDESTRIAN)).isEmpty();
  }
}
