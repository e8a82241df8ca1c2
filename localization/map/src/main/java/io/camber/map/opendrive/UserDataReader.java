package io.camber.map.opendrive;

import io.camber.map.road.UserData;
import io.camber.map.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Keeps what other tools left in a file. */
final class UserDataReader {
  private final List<UserData> found = new ArrayList<>();

  private UserDataReader() {}

  static List<UserData> read(XmlElement root) {
    UserDataReader reader = new UserDataReader();
    reader.visit(root, "");
    return reader.found;
  }

  private void visit(XmlElement element, String path) {
    for (XmlElement child : element.children()) {
      if (child.name().equals("userData")) {
        found.add(new UserData(
            path, child.string("code", ""), child.string("value", ""), content(child)));
      } else if (!child.children().isEmpty()) {
        String id = child.string("id", "");
        String step = id.isEmpty() ? child.name() : child.name() + " " + id;
        visit(child, path.isEmpty() ? step : path + "/" + step);
      }
    }
  }

  private static String content(XmlElement element) {
    StringBuilder xml = new StringBuilder();
    element.children().forEach(child -> write(child, xml));
    return xml.toString();
  }

  private static void write(XmlElement element, StringBuilder xml) {
    xml.append('<').append(element.name());
    for (String name : element.attributeNames()) {
      xml.append(' ').append(name).append("=\"");
      xml.append(escaped(element.string(name, ""))).append('"');
    }
    xml.append('>').append(escaped(element.text()));
    element.children().forEach(child -> write(child, xml));
    xml.append("</").append(element.name()).append('>');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
