package io.camber.map.check;

import io.camber.map.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Outlines, skeletons and borders of objects have enough corners, and references to corners find them. */
final class OutlineRule implements Rule {
  private static final String CORNERS =
      "asam.net:xodr:1.9.0:road.object.outline.outline_followed_by_corner";
  private static final String CORNER_ROAD =
      "asam.net:xodr:1.7.0:road.corner_road.element_min_amount";
  private static final String CORNER_LOCAL =
      "asam.net:xodr:1.7.0:road.corner_local.element_min_amount";
  private static final String POLYLINE =
      "asam.net:xodr:1.8.0:road.object.skeleton.polyline_followed_by_vertex";
  private static final String VERTEX_ROAD =
      "asam.net:xodr:1.8.0:road.object.skeleton.vertex_road.element_min_amount";
  private static final String VERTEX_LOCAL =
      "asam.net:xodr:1.8.0:road.object.skeleton.vertex_local.element_min_amount";
  private static final String REFERENCE =
      "asam.net:xodr:1.7.0:road.object.marking.no_cornerreference_if_no_outline";
  private static final String COMPLETE =
      "asam.net:xodr:1.7.0:road.object.borders.useCompleteOutline_true";
  private static final String PARTIAL =
      "asam.net:xodr:1.7.0:road.object.borders.useCompleteOutline_false";

  @Override
  public List<String> ids() {
    return List.of(
        CORNERS,
        CORNER_ROAD,
        CORNER_LOCAL,
        POLYLINE,
        VERTEX_ROAD,
        VERTEX_LOCAL,
        REFERENCE,
        COMPLETE,
        PARTIAL);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (CheckedRoad road : subject.roads()) {
      for (XmlElement object : road.element().all("objects", "object")) {
        List<XmlElement> outlines = new ArrayList<>(object.all("outlines", "outline"));
        outlines.addAll(object.all("outline"));
        outlines.forEach(outline -> checkOutline(outline, findings));
        object
            .all("skeleton", "polyline")
            .forEach(line -> checkParts(
                line, "vertexRoad", VERTEX_ROAD, "vertexLocal", VERTEX_LOCAL, POLYLINE, findings));
        object.all("borders", "border").forEach(border -> checkBorder(border, findings));
        checkReferences(object, outlines, findings);
      }
    }
  }

  private static void checkOutline(XmlElement outline, Findings findings) {
    if (outline.all("curveLocal").isEmpty()) {
      checkParts(
          outline, "cornerRoad", CORNER_ROAD, "cornerLocal", CORNER_LOCAL, CORNERS, findings);
    }
  }

  private static void checkParts(
      XmlElement whole,
      String road,
      String roadRule,
      String local,
      String localRule,
      String emptyRule,
      Findings findings) {
    int roadCount = whole.all(road).size();
    int localCount = whole.all(local).size();
    if (roadCount + localCount == 0) {
      findings.error(emptyRule, whole, "has neither " + road + " nor " + local + " elements");
    }
    if (roadCount == 1) {
      findings.error(roadRule, whole, "has one " + road + "; two are the least");
    }
    if (localCount == 1) {
      findings.error(localRule, whole, "has one " + local + "; two are the least");
    }
  }

  private static void checkBorder(XmlElement border, Findings findings) {
    int references = border.all("cornerReference").size();
    String complete = border.string("useCompleteOutline", "");
    if ((complete.equals("true") || complete.equals("1")) && references > 0) {
      findings.error(COMPLETE, border, "uses the complete outline, so it must not name corners");
    }
    // Without the attribute the whole outline counts, unless corners are named.
    boolean partial = complete.equals("false") || complete.equals("0") || references > 0;
    if (partial && !complete.equals("true") && references < 2) {
      findings.error(
          PARTIAL, border, "uses part of the outline, so it must name at least two corners");
    }
  }

  private static void checkReferences(
      XmlElement object, List<XmlElement> outlines, Findings findings) {
    Set<String> corners = new LinkedHashSet<>();
    for (XmlElement outline : outlines) {
      outline.children().forEach(corner -> corner.find("id").ifPresent(corners::add));
    }
    for (XmlElement marking : markings(object, outlines)) {
      for (XmlElement reference : marking.all("cornerReference")) {
        if (!corners.contains(reference.string("id", ""))) {
          findings.error(
              REFERENCE,
              reference,
              "id=\"" + reference.string("id", "") + "\" is no corner of an outline of object "
                  + object.string("id", ""));
        }
      }
    }
  }

  private static List<XmlElement> markings(XmlElement object, List<XmlElement> outlines) {
    List<XmlElement> markings = new ArrayList<>(object.all("markings", "marking"));
    markings.addAll(object.all("borders", "border"));
    outlines.forEach(outline -> markings.addAll(outline.all("markings", "marking")));
    return markings;
  }
}
