package io.camber.app.agreement;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Something that did not happen alike.
 *
 * @param element name of the storyboard element, or the two entities of a contact
 * @param change what happened to it: started, over, touched, parted
 * @param recordedS when it happened there, empty when it did not
 * @param ownS when it happened here, empty when it did not
 */
public record Difference(
    String element, String change, OptionalDouble recordedS, OptionalDouble ownS) {
  @Override
  public String toString() {
    return element + " " + change + ": recorded " + text(recordedS) + ", here " + text(ownS);
  }

  private static String text(OptionalDouble timeS) {
    return timeS.isPresent() ? String.format(Locale.ROOT, "%.2f s", timeS.getAsDouble()) : "never";
  }
}
