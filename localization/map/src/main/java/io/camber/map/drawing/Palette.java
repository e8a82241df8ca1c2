package io.camber.map.drawing;

import io.camber.map.road.LaneType;
import io.camber.map.road.MarkColor;
import io.camber.map.road.ObjectKind;
import java.awt.Color;
import java.util.Locale;
import java.util.Optional;

/** Colours of the drawing: quiet surfaces, so that marks and signals stand out. */
final class Palette {
  static final Color GROUND = new Color(0xF3F1EA);
  static final Color INK = new Color(0x39414D);
  static final Color JUNCTION = new Color(0x8A7FB5);
  static final Color ARROW = new Color(0xF7F9FB);
  static final Color LIGHT = new Color(0xD6453D);
  static final Color SIGN = new Color(0x2F6FB3);
  static final Color CROSSWALK = new Color(0xFDFDFB);

  private Palette() {}

  static Color lane(LaneType type, boolean junction) {
    Color color = lane(type);
    return junction && type.isDrivable() ? mix(color, JUNCTION, 0.16) : color;
  }

  private static Color lane(LaneType type) {
    return switch (type) {
      case DRIVING, SHARED, ROAD_WORKS -> new Color(0x6B7480);
      case ENTRY, EXIT, ON_RAMP, OFF_RAMP, CONNECTING_RAMP, SLIP_LANE -> new Color(0x76818C);
      case BIDIRECTIONAL -> new Color(0x74766B);
      case BUS, TAXI, HOV -> new Color(0x84676A);
      case STOP, SHOULDER, BORDER -> new Color(0xA9AFB4);
      case RESTRICTED, NONE, SPECIAL -> new Color(0xC5C7C4);
      case PARKING -> new Color(0x93A3BC);
      case MEDIAN -> new Color(0xBBCBA6);
      case BIKING -> new Color(0xC08A73);
      case WALKING -> new Color(0xD9CFBF);
      case CURB -> new Color(0xBEB6A8);
      case TRAM, RAIL -> new Color(0x8C8172);
    };
  }

  static Color mark(MarkColor color) {
    return switch (color) {
      case STANDARD, WHITE -> new Color(0xFBFBF7);
      case YELLOW -> new Color(0xF2C230);
      case BLUE -> new Color(0x3E7FC4);
      case GREEN -> new Color(0x4C9A58);
      case RED -> new Color(0xC9493F);
      case ORANGE -> new Color(0xE38B34);
      case VIOLET -> new Color(0x8A63A8);
      case BLACK -> new Color(0x2B2B2B);
    };
  }

  /** Empty for things that are part of the road's paint. */
  static Optional<Color> object(ObjectKind kind) {
    return switch (kind) {
      case CROSSWALK, ROAD_MARK, PATCH -> Optional.empty();
      case BUILDING -> Optional.of(new Color(0xCFC6B4));
      case TREE, VEGETATION -> Optional.of(new Color(0x7FA66B));
      case PARKING_SPACE -> Optional.of(new Color(0x3E7FC4));
      case BARRIER, GANTRY, OBSTACLE, POLE, TRAFFIC_ISLAND, OTHER ->
        Optional.of(new Color(0xA89F8E));
    };
  }

  private static Color mix(Color a, Color b, double share) {
    return new Color(
        (int) Math.round(a.getRed() + share * (b.getRed() - a.getRed())),
        (int) Math.round(a.getGreen() + share * (b.getGreen() - a.getGreen())),
        (int) Math.round(a.getBlue() + share * (b.getBlue() - a.getBlue())));
  }

  static String hex(Color color) {
    return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
  }
}
