package io.camber.map.opendrive;

import io.camber.map.road.ContactPoint;
import io.camber.map.road.LaneChange;
import io.camber.map.road.LaneType;
import io.camber.map.road.MarkColor;
import io.camber.map.road.MarkType;
import io.camber.map.road.ObjectKind;
import io.camber.map.road.Orientation;
import io.camber.map.xml.XmlElement;
import java.util.Locale;
import java.util.Optional;

/** OpenDRIVE's enumeration words as our enums. */
final class Words {
  private Words() {}

  static Optional<LaneType> laneType(String word) {
    return Optional.ofNullable(
        switch (word) {
          case "driving" -> LaneType.DRIVING;
          case "entry", "mwyEntry" -> LaneType.ENTRY;
          case "exit", "mwyExit" -> LaneType.EXIT;
          case "onRamp" -> LaneType.ON_RAMP;
          case "offRamp" -> LaneType.OFF_RAMP;
          case "connectingRamp" -> LaneType.CONNECTING_RAMP;
          case "slipLane" -> LaneType.SLIP_LANE;
          case "bidirectional" -> LaneType.BIDIRECTIONAL;
          case "bus" -> LaneType.BUS;
          case "taxi" -> LaneType.TAXI;
          case "HOV" -> LaneType.HOV;
          case "shared" -> LaneType.SHARED;
          case "stop" -> LaneType.STOP;
          case "shoulder" -> LaneType.SHOULDER;
          case "border" -> LaneType.BORDER;
          case "restricted" -> LaneType.RESTRICTED;
          case "parking" -> LaneType.PARKING;
          case "median" -> LaneType.MEDIAN;
          case "biking" -> LaneType.BIKING;
          case "walking", "sidewalk" -> LaneType.WALKING;
          case "curb" -> LaneType.CURB;
          case "tram" -> LaneType.TRAM;
          case "rail" -> LaneType.RAIL;
          case "roadWorks" -> LaneType.ROAD_WORKS;
          case "special1", "special2", "special3" -> LaneType.SPECIAL;
          case "none" -> LaneType.NONE;
          default -> null;
        });
  }

  static Optional<MarkType> markType(String word) {
    return Optional.ofNullable(
        switch (word) {
          case "none" -> MarkType.NONE;
          case "solid" -> MarkType.SOLID;
          case "broken" -> MarkType.BROKEN;
          case "solid solid" -> MarkType.SOLID_SOLID;
          case "solid broken" -> MarkType.SOLID_BROKEN;
          case "broken solid" -> MarkType.BROKEN_SOLID;
          case "broken broken" -> MarkType.BROKEN_BROKEN;
          case "botts dots" -> MarkType.BOTTS_DOTS;
          case "curb" -> MarkType.CURB;
          case "grass" -> MarkType.GRASS;
          case "edge" -> MarkType.EDGE;
          case "custom" -> MarkType.CUSTOM;
          default -> null;
        });
  }

  static MarkColor markColor(String word) {
    return switch (word) {
      case "white" -> MarkColor.WHITE;
      case "yellow" -> MarkColor.YELLOW;
      case "blue" -> MarkColor.BLUE;
      case "green" -> MarkColor.GREEN;
      case "red" -> MarkColor.RED;
      case "orange" -> MarkColor.ORANGE;
      case "violet" -> MarkColor.VIOLET;
      case "black" -> MarkColor.BLACK;
      default -> MarkColor.STANDARD;
    };
  }

  /** What the file says about crossing, else what the form of the mark says; the inside is the lane of smaller magnitude. */
  static LaneChange laneChange(Optional<String> word, MarkType type, int laneNumber) {
    LaneChange outwards = laneNumber < 0 ? LaneChange.DECREASE : LaneChange.INCREASE;
    LaneChange inwards = laneNumber < 0 ? LaneChange.INCREASE : LaneChange.DECREASE;
    return switch (word.orElse("")) {
      case "increase" -> LaneChange.INCREASE;
      case "decrease" -> LaneChange.DECREASE;
      case "both" -> LaneChange.BOTH;
      case "none" -> LaneChange.NONE;
      default ->
        switch (type) {
          case NONE, BROKEN, BROKEN_BROKEN, BOTTS_DOTS -> LaneChange.BOTH;
          case BROKEN_SOLID -> outwards;
          case SOLID_BROKEN -> inwards;
          case SOLID, SOLID_SOLID, CURB, GRASS, EDGE, CUSTOM -> LaneChange.NONE;
        };
    };
  }

  static Orientation orientation(String word) {
    return switch (word) {
      case "+" -> Orientation.FORWARD;
      case "-" -> Orientation.BACKWARD;
      default -> Orientation.BOTH;
    };
  }

  static Optional<ContactPoint> contact(XmlElement element) {
    return element.find("contactPoint").map(word -> switch (word) {
      case "start" -> ContactPoint.START;
      case "end" -> ContactPoint.END;
      default ->
        throw element.error("contactPoint=\"" + word + "\" is neither \"start\" nor \"end\"");
    });
  }

  /** The kind by type, or where the type says nothing by words in the name. */
  static ObjectKind objectKind(String type, String name) {
    ObjectKind byType = objectKind(type.toLowerCase(Locale.ROOT));
    return byType == ObjectKind.OTHER ? objectKind(name.toLowerCase(Locale.ROOT)) : byType;
  }

  private static ObjectKind objectKind(String word) {
    if (word.contains("crosswalk") || word.contains("zebra")) {
      return ObjectKind.CROSSWALK;
    }
    if (word.contains("barrier") || word.contains("rail") || word.contains("wall")) {
      return ObjectKind.BARRIER;
    }
    if (word.contains("parking")) {
      return ObjectKind.PARKING_SPACE;
    }
    if (word.contains("pole") || word.contains("lamp") || word.contains("post")) {
      return ObjectKind.POLE;
    }
    return switch (word) {
      case "building" -> ObjectKind.BUILDING;
      case "gantry" -> ObjectKind.GANTRY;
      case "obstacle" -> ObjectKind.OBSTACLE;
      case "patch" -> ObjectKind.PATCH;
      case "roadmark" -> ObjectKind.ROAD_MARK;
      case "trafficisland" -> ObjectKind.TRAFFIC_ISLAND;
      case "tree" -> ObjectKind.TREE;
      case "vegetation" -> ObjectKind.VEGETATION;
      default -> ObjectKind.OTHER;
    };
  }

  /** Metres per second for one unit of speed; empty for words that name no unit. */
  static Optional<Double> speedUnit(String word) {
    return Optional.ofNullable(
        switch (word) {
          case "m/s" -> 1.0;
          case "km/h", "kph" -> 1.0 / 3.6;
          case "mph" -> 0.44704;
          default -> null;
        });
  }
}
