package io.camber.app.render;

import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.scene.FreeSpace;
import io.camber.scene.GroundPoints;
import io.camber.sensing.LidarSweep;
import io.camber.truth.ActorTruth;
import io.camber.truth.LidarLabels;
import io.camber.truth.PointClass;
import io.camber.truth.TruthFrame;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A sweep from above, the car in the lower middle facing up: the ground that is called free as an area, points by whether they are
 * rightly told apart, actors in outline.
 */
final class GroundPicture {
  private static final double VIEW_M = 36.0;
  private static final double AHEAD_M = 10.0;
  private static final int LINE_PX = 14;
  private static final Color BACK = new Color(16, 18, 24);
  private static final Color FREE = new Color(36, 74, 56);
  private static final Color ACTOR = new Color(235, 235, 235);
  private static final Color EGO = new Color(90, 160, 255);
  private static final int GROUND = 0x5f8f74;
  private static final int STANDING = 0x6fa8dc;
  private static final int GROUND_LOST = 0xf1c232;
  private static final int STANDING_LOST = 0xff3b30;
  private static final int NOTHING = 0xb16cff;

  /** What a colour means. */
  private record Meaning(int color, String text) {}

  private static final List<Meaning> LEGEND = List.of(
      new Meaning(GROUND, "ground"),
      new Meaning(STANDING, "stands"),
      new Meaning(GROUND_LOST, "ground taken for standing"),
      new Meaning(STANDING_LOST, "standing taken for ground"),
      new Meaning(NOTHING, "nothing there"),
      new Meaning(0x2f6a4c, "area: called free"));

  private final BufferedImage picture;
  private final Graphics2D g;
  private final double scale;

  GroundPicture(int width, int height) {
    picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    g = picture.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(BACK);
    g.fillRect(0, 0, width, height);
    scale = height / (2.0 * VIEW_M);
  }

  private double column(double left) {
    return picture.getWidth() / 2.0 - left * scale;
  }

  private double row(double forward) {
    return picture.getHeight() / 2.0 - (forward - AHEAD_M) * scale;
  }

  GroundPicture free(FreeSpace space) {
    g.setColor(FREE);
    double half = Math.PI / space.sectors();
    for (int sector = 0; sector < space.sectors(); sector++) {
      Path2D wedge = new Path2D.Double();
      double from = space.azimuth(sector) - half;
      double to = space.azimuth(sector) + half;
      corner(wedge, space, from, space.nearM(sector));
      corner(wedge, space, from, space.farM(sector));
      corner(wedge, space, to, space.farM(sector));
      corner(wedge, space, to, space.nearM(sector));
      wedge.closePath();
      g.fill(wedge);
    }
    return this;
  }

  private void corner(Path2D path, FreeSpace space, double azimuth, double range) {
    double x = column(space.origin().y() + range * StrictMath.sin(azimuth));
    double y = row(space.origin().x() + range * StrictMath.cos(azimuth));
    if (path.getCurrentPoint() == null) {
      path.moveTo(x, y);
    } else {
      path.lineTo(x, y);
    }
  }

  /** Points as the sensor has them, without the motion of the car during the sweep. */
  GroundPicture points(LidarSweep sweep, Pose2 mounting, LidarLabels labels, GroundPoints ground) {
    for (int i = 0; i < sweep.size(); i++) {
      Vec2 at = mounting.apply(new Vec2(sweep.x(i), sweep.y(i)));
      int x = (int) column(at.y());
      int y = (int) row(at.x());
      if (x >= 0 && y >= 0 && x < picture.getWidth() && y < picture.getHeight()) {
        int color = color(PointClass.of(labels.classNumber(i)), ground.isGround(i));
        picture.setRGB(x, y, color);
        boolean isWrong = color != GROUND && color != STANDING;
        if (isWrong && x + 1 < picture.getWidth()) {
          picture.setRGB(x + 1, y, color);
        }
      }
    }
    return this;
  }

  private static int color(PointClass hit, boolean isCalled) {
    if (hit.isFalse()) {
      return NOTHING;
    }
    if (hit.isGround()) {
      return isCalled ? GROUND : GROUND_LOST;
    }
    return isCalled ? STANDING_LOST : STANDING;
  }

  GroundPicture actors(TruthFrame frame, ActorTruth ego) {
    Pose2 base = ego.mapFromReference().toPose2();
    g.setStroke(new BasicStroke(1.2f));
    for (ActorTruth actor : frame.actors()) {
      Path2D outline = new Path2D.Double();
      for (Vec2 corner : actor.footprint().corners()) {
        Vec2 at = base.applyInverse(corner);
        if (outline.getCurrentPoint() == null) {
          outline.moveTo(column(at.y()), row(at.x()));
        } else {
          outline.lineTo(column(at.y()), row(at.x()));
        }
      }
      outline.closePath();
      g.setColor(actor.name().equals(ego.name()) ? EGO : ACTOR);
      g.draw(outline);
    }
    return this;
  }

  GroundPicture legend() {
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, LINE_PX - 2));
    for (int i = 0; i < LEGEND.size(); i++) {
      g.setColor(new Color(LEGEND.get(i).color()));
      int y = picture.getHeight() - LINE_PX * (LEGEND.size() - i);
      g.fillRect(LINE_PX / 2, y, LINE_PX - 4, LINE_PX - 4);
      g.drawString(LEGEND.get(i).text(), 2 * LINE_PX, y + LINE_PX - 4);
    }
    return this;
  }

  BufferedImage finished() {
    g.dispose();
    return picture;
  }
}
