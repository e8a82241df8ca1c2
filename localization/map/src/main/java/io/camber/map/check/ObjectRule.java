package io.camber.map.check;

import io.camber.map.xml.XmlElement;
import java.util.List;

/** An object says for which direction it counts, and is either round or angular. */
final class ObjectRule implements Rule {
  private static final String ORIENTATION = "asam.net:xodr:1.7.0:road.object.orientation";
  private static final String ROUND = "asam.net:xodr:1.7.0:road.object.circular_vs_angular";

  @Override
  public List<String> ids() {
    return List.of(ORIENTATION, ROUND);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (CheckedRoad road : subject.roads()) {
      for (XmlElement object : road.element().all("objects", "object")) {
        String id = "id=\"" + object.string("id", "") + "\"";
        if (object.find("orientation").isEmpty()) {
          findings.errorOnlySince(
              7, ORIENTATION, object, id + " has no orientation; give it +, - or none");
        }
        if (object.has("radius")
            && (object.has("length") || object.has("width"))
            && isSet(object, "radius")
            && (isSet(object, "length") || isSet(object, "width"))) {
          findings.errorOnlySince(
              7, ROUND, object, id + " has a radius beside a length or width; keep one of the two");
        }
      }
    }
  }

  private static boolean isSet(XmlElement object, String attribute) {
    return object.numberOrNan(attribute) > 0.0;
  }
}
