package io.camber.app.agreement;

import java.util.List;

/**
 * Something that happened to a storyboard element, or between two entities.
 *
 * @param element name of the element; of a contact the two names in alphabetical order
 */
record Happening(double timeS, String element, Change change) {
  /** What can happen. An element is over when it has ended or was stopped: engines differ in which of the two they call it. */
  enum Change {
    STARTED,
    OVER,
    TOUCHED,
    PARTED
  }

  /** How a contact is called, whoever is named first. */
  static String contact(String one, String other) {
    return String.join(" and ", List.of(one, other).stream().sorted().toList());
  }
}
