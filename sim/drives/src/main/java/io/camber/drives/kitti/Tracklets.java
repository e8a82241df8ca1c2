package io.camber.drives.kitti;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.sim.scenario.xml.XmlElement;
import io.camber.sim.scenario.xml.XmlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code tracklet_labels.xml} of the raw collection: objects with one pose a frame, in the lidar's frame. */
final class Tracklets {
  private Tracklets() {}

  static List<Label> read(Path file) {
    XmlElement root = XmlFile.read(file);
    XmlElement tracklets =
        root.name().equals("tracklets") ? root : named(root, "tracklets").get(0);
    List<Label> labels = new ArrayList<>();
    int track = 0;
    for (XmlElement item : named(tracklets, "item")) {
      String type = child(item, "objectType").text();
      Size3 size = size(item);
      int frame = (int) number(item, "first_frame");
      for (XmlElement pose : named(child(item, "poses"), "item")) {
        labels.add(new Label(
            frame++,
            track,
            type,
            size,
            new Pose3(
                number(pose, "tx"),
                number(pose, "ty"),
                number(pose, "tz"),
                number(pose, "rz"),
                0.0,
                0.0)));
      }
      track++;
    }
    return labels;
  }

  private static Size3 size(XmlElement item) {
    try {
      return new Size3(number(item, "l"), number(item, "w"), number(item, "h"));
    } catch (IllegalArgumentException e) {
      throw item.error(String.valueOf(e.getMessage()));
    }
  }

  private static List<XmlElement> named(XmlElement parent, String name) {
    List<XmlElement> found =
        parent.children().stream().filter(child -> child.name().equals(name)).toList();
    if (found.isEmpty() && !name.equals("item")) {
      throw parent.error("<" + parent.name() + "> has no <" + name + ">");
    }
    return found;
  }

  private static XmlElement child(XmlElement parent, String name) {
    return named(parent, name).get(0);
  }

  private static double number(XmlElement parent, String name) {
    XmlElement element = child(parent, name);
    try {
      double value = Double.parseDouble(element.text().trim());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw element.error("<" + name + "> holds '" + element.text() + "', not a number");
    }
    throw element.error("<" + name + "> is not finite");
  }
}
