package io.camber.map.check;

import io.camber.map.xml.XmlElement;

/**
 * Two lane ends that touch by one link of the file.
 *
 * @param declared the element that says so: a lane's predecessor or successor, or a laneLink of a junction
 */
record Joint(LaneEnd from, LaneEnd to, XmlElement declared, Kind kind) {
  /** What joins the two lanes. */
  enum Kind {
    SECTIONS,
    ROADS,
    JUNCTION
  }
}
