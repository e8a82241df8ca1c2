package io.camber.prediction;

import io.camber.geometry.Pose2;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.map.RoadMap;
import io.camber.scene.ObjectClass;
import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import io.camber.scene.Track;
import io.camber.scene.TrackFuture;
import io.camber.scene.Tracks;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tracks and a straight three-lane road along x; lane -1 has its centre at y = -1.75, lane -2 at -5.25, lane -3 at -8.75. */
public final class TestScenes {
  private TestScenes() {}

  public static RoadMap motorway() {
    StringBuilder lanes = new StringBuilder();
    for (int i = 1; i <= 3; i++) {
      lanes
          .append("<lane id=\"")
          .append(-i)
          .append("\" type=\"driving\"><width sOffset=\"0\" a=\"3.5\" b=\"0\" c=\"0\" d=\"0\"/>")
          .append("<roadMark sOffset=\"0\" type=\"broken\" color=\"white\" width=\"0.1\"/></lane>");
    }
    return parse("<road name=\"\" length=\"2000\" id=\"1\" junction=\"-1\"><planView>"
        + "<geometry s=\"0\" x=\"0\" y=\"0\" hdg=\"0\" length=\"2000\"><line/></geometry>"
        + "</planView><lanes><laneSection s=\"0\"><center><lane id=\"0\" type=\"none\"/></center>"
        + "<right>" + lanes + "</right></laneSection></lanes><signals>"
        + "<signal s=\"500\" t=\"-12\" id=\"L\" name=\"\" dynamic=\"yes\" orientation=\"+\""
        + " zOffset=\"4\" country=\"OpenDRIVE\" type=\"1000001\" subtype=\"-1\" value=\"-1\"/>"
        + "</signals></road>");
  }

  /** A left bend of 50 m radius after 100 m. */
  public static RoadMap bend() {
    return parse("<road name=\"\" length=\"200\" id=\"1\" junction=\"-1\"><planView>"
        + "<geometry s=\"0\" x=\"0\" y=\"0\" hdg=\"0\" length=\"100\"><line/></geometry>"
        + "<geometry s=\"100\" x=\"100\" y=\"0\" hdg=\"0\" length=\"100\"><arc curvature=\"0.02\"/>"
        + "</geometry></planView><lanes><laneSection s=\"0\"><center><lane id=\"0\" type=\"none\"/>"
        + "</center><right><lane id=\"-1\" type=\"driving\">"
        + "<width sOffset=\"0\" a=\"3.5\" b=\"0\" c=\"0\" d=\"0\"/></lane></right></laneSection>"
        + "</lanes></road>");
  }

  private static RoadMap parse(String road) {
    String xml = "<OpenDRIVE><header revMajor=\"1\" revMinor=\"6\"/>" + road + "</OpenDRIVE>";
    return RoadMap.parse("test.xodr", ByteBuffer.wrap(xml.getBytes(StandardCharsets.UTF_8)));
  }

  public static Track car(int id, double x, double y, double vx, double vy, double accel) {
    double yaw = vx == 0.0 ? 0.0 : StrictMath.atan2(vy, vx);
    return track(
        id, ObjectClass.CAR, new Size3(4.5, 1.8, 1.5), new Pose2(x, y, yaw), vx, vy, accel);
  }

  public static Track person(int id, double x, double y, double vx, double vy) {
    return track(
        id, ObjectClass.PEDESTRIAN, new Size3(0.6, 0.6, 1.8), new Pose2(x, y, 0.0), vx, vy, 0.0);
  }

  private static Track track(
      int id,
      ObjectClass objectClass,
      Size3 size,
      Pose2 center,
      double vx,
      double vy,
      double accel) {
    return new Track(
        id,
        objectClass,
        1.0,
        center,
        0.0,
        size,
        new Vec2(vx, vy),
        accel,
        0.0,
        1.0,
        0.1,
        0.15,
        1_000_000_000L,
        0L);
  }

  public static Tracks tracks(Track... tracks) {
    return new Tracks(5_000_000_000L, List.of(tracks));
  }

  public static double probability(TrackFuture future, String mode) {
    return future.modes().stream()
        .filter(m -> m.mode().equals(mode))
        .mapToDouble(PredictedPath::probability)
        .sum();
  }

  public static PredictedPoint end(PredictedPath path) {
    return path.points().get(path.points().size() - 1);
  }
}
