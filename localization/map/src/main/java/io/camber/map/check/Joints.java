package io.camber.map.check;

import io.camber.map.road.ContactPoint;
import io.camber.map.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All joints between lanes that a file declares and whose both sides exist. */
final class Joints {
  private final Subject subject;
  private final List<Joint> joints = new ArrayList<>();

  private Joints(Subject subject) {
    this.subject = subject;
  }

  static List<Joint> of(Subject subject) {
    Joints all = new Joints(subject);
    subject.roads().forEach(all::addLinks);
    subject.junctions().forEach(all::addJunction);
    return all.joints;
  }

  private void addLinks(CheckedRoad road) {
    for (CheckedSection section : road.sections()) {
      for (XmlElement lane : section.lanes()) {
        for (ContactPoint end : ContactPoint.values()) {
          addLinks(new LaneEnd(road, section, lane, end));
        }
      }
    }
  }

  private void addLinks(LaneEnd from) {
    for (XmlElement link : from.links()) {
      target(subject, from)
          .flatMap(target -> target.lane(link.numberOrNan("id")))
          .ifPresent(to -> {
            boolean sameRoad = to.road() == from.road() && to.section() != from.section();
            joints.add(
                new Joint(from, to, link, sameRoad ? Joint.Kind.SECTIONS : Joint.Kind.ROADS));
          });
    }
  }

  /** Where a lane end leads by the links of its road: the next section, or the linked road's end; empty at junctions. */
  static Optional<Target> target(Subject subject, LaneEnd from) {
    boolean start = from.end() == ContactPoint.START;
    int next = from.section().index() + (start ? -1 : 1);
    if (next >= 0 && next < from.road().sections().size()) {
      return Optional.of(new Target(
          from.road(),
          from.road().sections().get(next),
          start ? ContactPoint.END : ContactPoint.START));
    }
    return from.road()
        .roadLink(from.end())
        .flatMap(link -> subject
            .findRoad(link.find("elementId"))
            .flatMap(road -> contact(link)
                .flatMap(
                    end -> road.sectionAt(end).map(section -> new Target(road, section, end)))));
  }

  static Optional<ContactPoint> contact(XmlElement element) {
    return element
        .find("contactPoint")
        .filter(word -> word.equals("start") || word.equals("end"))
        .map(word -> word.equals("start") ? ContactPoint.START : ContactPoint.END);
  }

  /** One end of a lane section, all lanes of it. */
  record Target(CheckedRoad road, CheckedSection section, ContactPoint end) {
    Optional<LaneEnd> lane(double number) {
      return section.findLane((int) number).map(lane -> new LaneEnd(road, section, lane, end));
    }
  }

  private void addJunction(XmlElement junction) {
    for (XmlElement connection : junction.all("connection")) {
      Optional<CheckedRoad> incoming = subject.findRoad(connection.find("incomingRoad"));
      Optional<CheckedRoad> through = subject.findRoad(
          connection.find("connectingRoad").or(() -> connection.find("linkedRoad")));
      Optional<ContactPoint> contact = contact(connection);
      if (incoming.isPresent() && through.isPresent() && contact.isPresent()) {
        incomingEnd(incoming.get(), junction, through.get(), contact.get())
            .ifPresent(
                end -> addLaneLinks(connection, incoming.get(), end, through.get(), contact.get()));
      }
    }
  }

  private void addLaneLinks(
      XmlElement connection,
      CheckedRoad incoming,
      ContactPoint end,
      CheckedRoad through,
      ContactPoint contact) {
    for (XmlElement link : connection.all("laneLink")) {
      Optional<LaneEnd> from = incoming
          .sectionAt(end)
          .flatMap(section -> new Target(incoming, section, end).lane(link.numberOrNan("from")));
      Optional<LaneEnd> to = through
          .sectionAt(contact)
          .flatMap(section -> new Target(through, section, contact).lane(link.numberOrNan("to")));
      if (from.isPresent() && to.isPresent()) {
        joints.add(new Joint(from.get(), to.get(), link, Joint.Kind.JUNCTION));
      }
    }
  }

  /** The end at which a road meets a junction; where both do, the connecting road's own link decides. */
  private static Optional<ContactPoint> incomingEnd(
      CheckedRoad incoming, XmlElement junction, CheckedRoad through, ContactPoint contact) {
    boolean start = leadsTo(incoming, ContactPoint.START, junction);
    boolean end = leadsTo(incoming, ContactPoint.END, junction);
    if (start && end) {
      return through
          .roadLink(contact)
          .filter(link -> link.string("elementId", "").equals(incoming.id()))
          .flatMap(Joints::contact);
    }
    return start == end
        ? Optional.empty()
        : Optional.of(start ? ContactPoint.START : ContactPoint.END);
  }

  private static boolean leadsTo(CheckedRoad road, ContactPoint end, XmlElement junction) {
    return road.link(end)
        .filter(link -> link.string("elementType", "road").equals("junction")
            && link.string("elementId", "").equals(junction.string("id", "?")))
        .isPresent();
  }
}
