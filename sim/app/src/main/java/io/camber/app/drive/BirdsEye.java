package io.camber.app.drive;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One sweep from above, the car in the middle looking up: points by height, tracks filled, labels as dashed outlines. */
public final class BirdsEye {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 1100;
  private static final double PX_PER_M = 11.0;
  private static final double AHEAD_M = 25.0;
  private static final double HIGH_M = 2.5;

  private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  private final Graphics2D graphics = image.createGraphics();

  private BirdsEye() {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(new Color(0x10141a));
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
  }

  /** Draws. */
  public static BufferedImage of(
      LidarSweep sweep,
      LidarCalibration lidar,
      LogPerception.Seen seen,
      Optional<TruthFrame> truth) {
    BirdsEye view = new BirdsEye();
    view.points(sweep, lidar);
    view.car();
    truth.ifPresent(frame -> view.labels(frame, sweep.timeNs()));
    Pose2 estimated = seen.mapFromBase().toPose2();
    for (Track track : seen.tracks().tracks()) {
      view.track(track, estimated);
    }
    view.legend(truth.isPresent());
    view.graphics.dispose();
    return view.image;
  }

  private void points(LidarSweep sweep, LidarCalibration lidar) {
    for (int i = 0; i < sweep.size(); i++) {
      Vec3 point = lidar.baseFromLidar().apply(new Vec3(sweep.x(i), sweep.y(i), sweep.z(i)));
      int column = column(point.y());
      int row = row(point.x());
      if (column >= 0 && column < WIDTH && row >= 0 && row < HEIGHT) {
        image.setRGB(column, row, shade(point.z()));
      }
    }
  }

  private static int shade(double height) {
    double share = Math.max(0.0, Math.min(1.0, height / HIGH_M));
    int level = (int) (80 + 130 * share);
    return level << 16 | level << 8 | Math.min(255, level + 20);
  }

  private static int column(double y) {
    return (int) Math.round(WIDTH / 2.0 - y * PX_PER_M);
  }

  private static int row(double x) {
    return (int) Math.round(HEIGHT / 2.0 - (x - AHEAD_M) * PX_PER_M);
  }

  private void car() {
    graphics.setColor(new Color(0x4aa3ff));
    graphics.fill(outline(new Box2(new Pose2(1.3, 0.0, 0.0), 4.7, 1.85)));
  }

  private void labels(TruthFrame frame, long timeNs) {
    Optional<Pose3> ego = frame.ego().map(ActorTruth::mapFromReference);
    double aheadS = (timeNs - frame.timeNs()) * 1e-9;
    graphics.setStroke(new BasicStroke(
        2.0f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10.0f, new float[] {6, 4}, 0));
    graphics.setColor(Color.WHITE);
    for (ActorTruth actor : frame.actors()) {
      if (!actor.name().equals(frame.egoName())) {
        Pose2 base = ego.map(Pose3::toPose2).orElse(Pose2.IDENTITY);
        Vec2 moved = frame.ego().map(it -> it.velocityMps().times(aheadS)).orElse(Vec2.ZERO);
        Pose2 now = new Pose2(base.x() + moved.x(), base.y() + moved.y(), base.yaw());
        Box2 box = actor.footprint();
        Vec2 shift = actor.velocityMps().times(aheadS);
        Pose2 center = box.center();
        Pose2 there = new Pose2(center.x() + shift.x(), center.y() + shift.y(), center.yaw());
        graphics.draw(outline(new Box2(relative(now, there), box.lengthM(), box.widthM())));
      }
    }
    graphics.setStroke(new BasicStroke(1.5f));
  }

  private void track(Track track, Pose2 mapFromBase) {
    Pose2 place = relative(mapFromBase, track.center());
    Box2 box = new Box2(place, track.size().lengthM(), track.size().widthM());
    Color color = color(track.objectClass());
    Path2D outline = outline(box);
    graphics.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 90));
    graphics.fill(outline);
    graphics.setColor(color);
    graphics.draw(outline);
    if (track.objectClass() != ObjectClass.UNKNOWN) {
      Vec2 way = new Pose2(0, 0, -mapFromBase.yaw()).apply(track.velocityMps());
      int x = column(place.y());
      int y = row(place.x());
      graphics.drawLine(x, y, column(place.y() + way.y()), row(place.x() + way.x()));
      String text = track.id() + String.format(Locale.ROOT, " %.1f m/s", track.speedMps());
      graphics.drawString(text, x + 14, y - 6);
    }
  }

  private static Pose2 relative(Pose2 mapFromBase, Pose2 inMap) {
    Vec2 place = mapFromBase.applyInverse(inMap.position());
    return new Pose2(place.x(), place.y(), inMap.yaw() - mapFromBase.yaw());
  }

  private static Color color(ObjectClass kind) {
    return switch (kind) {
      case CAR -> new Color(0xf5a623);
      case TRUCK, BUS -> new Color(0xd66bff);
      case MOTORCYCLE, BICYCLE -> new Color(0x35d0ba);
      case PEDESTRIAN -> new Color(0xff5d73);
      case UNKNOWN -> new Color(0x8a94a3);
    };
  }

  private static Path2D outline(Box2 box) {
    Path2D path = new Path2D.Double();
    List<Vec2> corners = box.corners();
    path.moveTo(column(corners.get(0).y()), row(corners.get(0).x()));
    corners.forEach(corner -> path.lineTo(column(corner.y()), row(corner.x())));
    path.closePath();
    return path;
  }

  private void legend(boolean isLabelled) {
    graphics.setColor(Color.WHITE);
    String labels = isLabelled ? "   dashed: labels" : "";
    graphics.drawString(
        "filled: tracks (orange car, purple truck or bus, green two-wheeler,"
            + " red person, grey no class)" + labels,
        14,
        HEIGHT - 16);
  }
}
