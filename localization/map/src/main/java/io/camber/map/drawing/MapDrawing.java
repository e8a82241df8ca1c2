package io.camber.map.drawing;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.map.Crosswalk;
import io.camber.map.LaneSegment;
import io.camber.map.RoadMap;
import io.camber.map.road.Extent;
import io.camber.map.road.MapObject;
import io.camber.map.road.Marking;
import io.camber.map.road.ObjectKind;
import io.camber.map.road.Road;
import io.camber.map.road.Signal;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws a road map seen from above, north up. */
public final class MapDrawing {
  private static final double STEP_M = 1.0;
  private static final int SVG_PIXELS = 1600;

  private final RoadMap map;
  private final Extent extent;
  private final boolean ids;
  private final List<Figure> figures;

  public MapDrawing(RoadMap map) {
    this(map, whole(map), false, List.of());
  }

  private MapDrawing(RoadMap map, Extent extent, boolean ids, List<Figure> figures) {
    this.map = map;
    this.extent = extent;
    this.ids = ids;
    this.figures = List.copyOf(figures);
  }

  /** Room for the scale bar below and a margin around; very long roads keep a picture of usable height. */
  private static Extent whole(RoadMap map) {
    Extent lanes = map.extent();
    double longer = Math.max(lanes.widthM(), lanes.heightM());
    double grow = 0.03 * longer + 3.0;
    Extent framed = lanes.grownBy(grow);
    double short0 = 0.22 * longer;
    double moreX = Math.max(0.0, short0 - framed.widthM()) / 2.0;
    double moreY = Math.max(0.0, short0 - framed.heightM()) / 2.0;
    return new Extent(
        framed.minX() - moreX, framed.minY() - moreY, framed.maxX() + moreX, framed.maxY() + moreY);
  }

  /** The same drawing with road and signal ids. */
  public MapDrawing withIds() {
    return new MapDrawing(map, extent, true, figures);
  }

  /** The same drawing with figures over it. */
  public MapDrawing with(List<Figure> more) {
    return new MapDrawing(map, extent, ids, more);
  }

  /** The same drawing, showing only part of the map. */
  public MapDrawing within(Extent part) {
    return new MapDrawing(map, part, ids, figures);
  }

  public String toSvg() {
    SvgCanvas canvas = new SvgCanvas(extent, SVG_PIXELS);
    draw(canvas);
    return canvas.svg();
  }

  /** A picture whose longer side has {@code pixels} pixels. */
  public BufferedImage toImage(int pixels) {
    ImageCanvas canvas = new ImageCanvas(extent, pixels);
    draw(canvas);
    return canvas.image();
  }

  private void draw(Canvas canvas) {
    drawLanes(canvas);
    drawObjects(canvas);
    drawMarkings(canvas);
    if (canvas.scale() > 1.2) {
      map.lanes().stream()
          .filter(lane -> lane.isDrivable() && !lane.inJunction())
          .forEach(lane -> drawArrows(canvas, lane));
    }
    drawStopLines(canvas);
    drawSignals(canvas);
    figures.forEach(figure -> canvas.fill(figure.outline(), figure.color()));
    if (ids) {
      drawIds(canvas);
    }
    new ScaleBar(extent).draw(canvas);
  }

  private void drawLanes(Canvas canvas) {
    // Junctions last: their lanes overlap each other and the ends of the roads. Low roads before
    // bridges.
    map.lanes().stream()
        .sorted(Comparator.comparing(LaneSegment::isDrivable)
            .thenComparing(LaneSegment::inJunction)
            .thenComparingDouble(lane -> Math.rint(lane.centerAt(0.0).z() / 4.0)))
        .filter(lane -> isShown(lane.centerAt(0.5 * lane.lengthM()), 20.0 + lane.lengthM()))
        .forEach(lane ->
            canvas.fill(flat(lane.outline(STEP_M)), Palette.lane(lane.type(), lane.inJunction())));
  }

  private void drawMarkings(Canvas canvas) {
    if (canvas.scale() < 0.6) {
      return;
    }
    for (Marking marking : map.markings(STEP_M)) {
      boolean inJunction =
          map.findRoad(marking.roadId()).flatMap(Road::junctionId).isPresent();
      if (!inJunction) {
        canvas.line(flat(marking.points()), marking.widthM(), 0.7, Palette.mark(marking.color()));
      }
    }
    for (Crosswalk crosswalk : map.crosswalks()) {
      canvas.fill(crosswalk.outline(), Palette.CROSSWALK);
    }
  }

  private void drawObjects(Canvas canvas) {
    for (MapObject object : map.objects()) {
      if (isShown(object.pose(), 50.0)) {
        Palette.object(object.kind()).ifPresent(color -> drawObject(canvas, object, color));
      }
    }
  }

  private static void drawObject(Canvas canvas, MapObject object, Color color) {
    List<Vec2> outline = flat(object.outline());
    if (object.kind() == ObjectKind.PARKING_SPACE) {
      canvas.line(closed(outline(object, outline)), 0.1, 0.5, color);
    } else if (outline.size() > 2) {
      canvas.fill(outline, color);
    } else if (object.size().lengthM() > 0.5 || object.size().widthM() > 0.5) {
      canvas.fill(outline(object, outline), color);
    } else {
      canvas.dot(object.pose().position().toVec2(), 1.2, color);
    }
  }

  private static List<Vec2> outline(MapObject object, List<Vec2> outline) {
    return outline.size() > 2
        ? outline
        : new Box2(
                object.pose().toPose2(), object.size().lengthM(), object.size().widthM())
            .corners();
  }

  private static List<Vec2> closed(List<Vec2> polygon) {
    List<Vec2> ring = new ArrayList<>(polygon);
    ring.add(polygon.get(0));
    return ring;
  }

  private void drawArrows(Canvas canvas, LaneSegment lane) {
    double spacing = Math.max(25.0, 60.0 / canvas.scale());
    if (lane.lengthM() < 8.0) {
      return;
    }
    int count = (int) Math.max(1.0, Math.rint(lane.lengthM() / spacing));
    for (int i = 0; i < count; i++) {
      Pose3 pose = lane.centerAt((i + 0.5) * lane.lengthM() / count);
      double size = Math.min(1.1, 0.3 * lane.widthAt((i + 0.5) * lane.lengthM() / count));
      if (size > 0.3 && isShown(pose, 0.0)) {
        canvas.fill(arrow(pose, size), Palette.ARROW);
      }
    }
  }

  private static List<Vec2> arrow(Pose3 pose, double size) {
    return List.of(
            new Vec2(1.8, 0.0), new Vec2(-1.2, 0.75), new Vec2(-0.6, 0.0), new Vec2(-1.2, -0.75))
        .stream()
        .map(point -> pose.toPose2().apply(point.times(size)))
        .toList();
  }

  private void drawStopLines(Canvas canvas) {
    for (LaneSegment lane : map.lanes()) {
      if (lane.inJunction() || lane.signals().isEmpty()) {
        continue;
      }
      double s = lane.signals().get(lane.signals().size() - 1).stopS();
      double half = 0.5 * lane.widthAt(s);
      canvas.line(
          List.of(lane.pointAt(s, half).toVec2(), lane.pointAt(s, -half).toVec2()),
          0.4,
          1.5,
          Palette.LIGHT);
    }
  }

  private void drawSignals(Canvas canvas) {
    double pixels = Math.max(2.0, Math.min(5.0, 0.5 * canvas.scale()));
    for (Signal signal : map.signals()) {
      if (isShown(signal.pose(), 0.0)) {
        Vec2 place = signal.pose().position().toVec2();
        canvas.dot(place, pixels + 1.0, Color.WHITE);
        canvas.dot(place, pixels, signal.dynamic() ? Palette.LIGHT : Palette.SIGN);
      }
    }
  }

  private void drawIds(Canvas canvas) {
    for (Road road : map.roads()) {
      Pose3 middle = road.poseAt(0.5 * road.lengthM(), 0.0);
      if (isShown(middle, 0.0) && road.junctionId().isEmpty()) {
        canvas.text(middle.position().toVec2(), 12.0, road.id(), Palette.ARROW);
      }
    }
    for (Signal signal : map.signals()) {
      Vec2 place = signal.pose().position().toVec2();
      Vec2 above = new Vec2(place.x(), place.y() + 11.0 / canvas.scale());
      canvas.text(above, 10.0, signal.id(), signal.dynamic() ? Palette.LIGHT : Palette.SIGN);
    }
  }

  private boolean isShown(Pose3 pose, double margin) {
    return extent.grownBy(margin).contains(pose.x(), pose.y());
  }

  private static List<Vec2> flat(List<Vec3> points) {
    return points.stream().map(Vec3::toVec2).toList();
  }
}
