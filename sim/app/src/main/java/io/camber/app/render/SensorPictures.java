package io.camber.app.render;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.sensing.CameraImage;
import io.camber.sensing.LidarSweep;
import io.camber.sensing.RadarReturn;
import io.camber.sensing.RadarReturns;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** One sensor's data as a picture. */
final class SensorPictures {
  private static final double VIEW_M = 44.0;
  private static final double AHEAD_M = 12.0;
  private static final Color BACK = new Color(16, 18, 24);

  private SensorPictures() {}

  static BufferedImage camera(CameraImage image, int width, int height) {
    BufferedImage full =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < image.height(); row++) {
      for (int column = 0; column < image.width(); column++) {
        full.setRGB(column, row, image.rgb(column, row));
      }
    }
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = small.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(full, 0, 0, width, height, null);
    g.dispose();
    return small;
  }

  /** Points from above, the car in the lower middle facing up, coloured by intensity, brighter the higher they lie. */
  static BufferedImage lidar(
      LidarSweep sweep, double mountX, double mountZ, int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    g.setColor(BACK);
    g.fillRect(0, 0, width, height);
    g.dispose();
    double scale = height / (2.0 * VIEW_M);
    for (int i = 0; i < sweep.size(); i++) {
      double forward = sweep.x(i) + mountX;
      int column = (int) (width / 2.0 - sweep.y(i) * scale);
      int row = (int) (height / 2.0 - (forward - AHEAD_M) * scale);
      if (column >= 0 && row >= 0 && column < width && row < height) {
        double tall = Math.max(0.0, Math.min(1.0, (sweep.z(i) + mountZ) / 2.5));
        picture.setRGB(column, row, color(sweep.intensity(i), tall));
      }
    }
    return picture;
  }

  private static int color(int intensity, double height) {
    double t = Math.min(1.0, intensity / 70.0);
    double bright = 0.45 + 0.55 * height;
    int red = (int) (255 * bright * Math.min(1.0, 0.15 + 1.1 * t));
    int green = (int) (255 * bright * (0.45 + 0.45 * Math.min(1.0, t + 0.5 * height)));
    int blue = (int) (255 * bright * (0.95 - 0.75 * t));
    return red << 16 | green << 8 | Math.max(0, blue);
  }

  /** Returns of all radars from above; green recede, red approach, with the true outlines faintly below. */
  static BufferedImage radar(
      Iterable<RadarPicture> radars, TruthFrame frame, ActorTruth ego, int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(BACK);
    g.fillRect(0, 0, width, height);
    double scale = height / (2.0 * VIEW_M);
    g.translate(width / 2.0, height / 2.0 + AHEAD_M * scale);
    g.scale(-scale, -scale);
    Pose2 base = ego.mapFromReference().toPose2();
    g.setStroke(new BasicStroke((float) (1.0 / scale)));
    for (ActorTruth actor : frame.actors()) {
      g.setColor(actor.name().equals(ego.name()) ? new Color(90, 140, 200) : new Color(70, 74, 84));
      g.draw(outline(actor.footprint(), base));
    }
    for (RadarPicture radar : radars) {
      for (RadarReturn each : radar.cycle().returns()) {
        double yaw = radar.baseFromRadar().yaw() + each.azimuth();
        double x = radar.baseFromRadar().x() + each.rangeM() * StrictMath.cos(yaw);
        double y = radar.baseFromRadar().y() + each.rangeM() * StrictMath.sin(yaw);
        double radius = 0.25 + 0.03 * Math.max(0.0, each.crossSectionDbsm() + 10.0);
        double t = Math.max(-1.0, Math.min(1.0, each.rangeRateMps() / 10.0));
        g.setColor(new Color((int) (140 - 110 * t), (int) (140 + 110 * t), 110, 230));
        g.fill(new Ellipse2D.Double(y - radius, x - radius, 2.0 * radius, 2.0 * radius));
      }
    }
    g.dispose();
    return picture;
  }

  /** One radar's cycle and where it sits. */
  record RadarPicture(RadarReturns cycle, Pose2 baseFromRadar) {}

  private static Path2D outline(Box2 box, Pose2 base) {
    Path2D path = new Path2D.Double();
    double l = box.lengthM() / 2.0;
    double w = box.widthM() / 2.0;
    double[][] corners = {{l, w}, {-l, w}, {-l, -w}, {l, -w}};
    for (int i = 0; i < corners.length; i++) {
      Vec2 at = base.applyInverse(box.center().apply(new Vec2(corners[i][0], corners[i][1])));
      if (i == 0) {
        path.moveTo(at.y(), at.x());
      } else {
        path.lineTo(at.y(), at.x());
      }
    }
    path.closePath();
    return path;
  }
}
