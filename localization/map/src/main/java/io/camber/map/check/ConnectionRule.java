package io.camber.map.check;

import io.camber.map.road.ContactPoint;
import io.camber.map.xml.XmlElement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Connections of a junction: who comes in, over which road, and at which end of it. */
final class ConnectionRule implements Rule {
  private static final String INCOMING =
      "asam.net:xodr:1.4.0:junctions.connection.connect_road_no_incoming_road";
  private static final String ONE_ELEMENT =
      "asam.net:xodr:1.7.0:junctions.connection.one_connection_element";
  private static final String ONE_LINK =
      "asam.net:xodr:1.8.0:junctions.connection.one_link_to_incoming";
  private static final String START =
      "asam.net:xodr:1.7.0:junctions.connection.start_along_linkage";
  private static final String END = "asam.net:xodr:1.7.0:junctions.connection.end_opposite_linkage";

  @Override
  public List<String> ids() {
    return List.of(INCOMING, ONE_ELEMENT, ONE_LINK, START, END);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    int minor = (int) subject.root().all("header").get(0).numberOrNan("revMinor");
    for (XmlElement junction : subject.junctions()) {
      Set<String> roads = new LinkedHashSet<>();
      Set<String> pairs = new LinkedHashSet<>();
      for (XmlElement connection : junction.all("connection")) {
        if (!junction.string("type", "default").equals("virtual")) {
          checkIncoming(subject, junction, connection, findings);
          checkContact(subject, connection, findings);
        }
        Optional<String> through = connection.find("connectingRoad");
        if (through.isEmpty()) {
          continue;
        }
        if (!roads.add(through.get()) && minor == 7) {
          findings.error(
              ONE_ELEMENT,
              connection,
              "is another one over road " + through.get() + "; a connecting road has one");
        }
        if (!pairs.add(through.get() + " " + connection.string("incomingRoad", ""))) {
          findings.errorOnlySince(
              8,
              ONE_LINK,
              connection,
              "is another one from road " + connection.string("incomingRoad", "") + " over road "
                  + through.get() + "; put their lane links into one");
        }
        checkDirection(subject, connection, findings);
      }
    }
  }

  private static void checkIncoming(
      Subject subject, XmlElement junction, XmlElement connection, Findings findings) {
    Optional<CheckedRoad> incoming = subject.findRoad(connection.find("incomingRoad"));
    String id = junction.string("id", "?");
    if (incoming.filter(r -> r.element().string("junction", "-1").equals(id)).isPresent()) {
      findings.error(
          INCOMING,
          connection,
          "comes from road " + connection.string("incomingRoad")
              + ", which is a connecting road of junction " + id);
    }
  }

  /** The contact point is the end of the connecting road whose own link names the incoming road. */
  private static void checkContact(Subject subject, XmlElement connection, Findings findings) {
    Optional<CheckedRoad> through = subject.findRoad(connection.find("connectingRoad"));
    Optional<ContactPoint> contact = Joints.contact(connection);
    if (through.isEmpty() || contact.isEmpty()) {
      return;
    }
    String incoming = connection.string("incomingRoad", "");
    boolean start = contact.get() == ContactPoint.START;
    if (!names(through.get(), contact.get(), incoming)
        && names(through.get(), start ? ContactPoint.END : ContactPoint.START, incoming)) {
      findings.errorSince(
          7,
          start ? START : END,
          connection,
          "touches the " + connection.string("contactPoint") + " of road "
              + through.get().id() + ", but road " + incoming + " is linked at its other end");
    }
  }

  private static boolean names(CheckedRoad road, ContactPoint end, String other) {
    return road.roadLink(end)
        .filter(link -> link.string("elementId", "").equals(other))
        .isPresent();
  }

  /** Lane links lead into the connecting road: from lanes that run towards the junction. */
  private static void checkDirection(Subject subject, XmlElement connection, Findings findings) {
    Optional<CheckedRoad> through = subject.findRoad(connection.find("connectingRoad"));
    Optional<ContactPoint> contact = Joints.contact(connection);
    if (through.isEmpty() || contact.isEmpty()) {
      return;
    }
    boolean along = contact.get() == ContactPoint.START;
    boolean rightRunsAlong = !through.get().isLeftHandTraffic();
    Optional<CheckedSection> section = through.get().sectionAt(contact.get());
    for (XmlElement link : connection.all("laneLink")) {
      double to = link.numberOrNan("to");
      Optional<XmlElement> lane = section.flatMap(s -> s.findLane((int) to));
      boolean car = lane.filter(l -> l.string("type", "").equals("driving")
              && l.string("direction", "standard").equals("standard"))
          .isPresent();
      if (car && (to < 0.0 == rightRunsAlong) != along) {
        findings.errorOnlySince(
            8,
            ONE_LINK,
            link,
            "leads to lane " + (int) to + " of road " + through.get().id()
                + ", on which cars come out of the junction; only lanes into it are linked");
      }
    }
  }
}
