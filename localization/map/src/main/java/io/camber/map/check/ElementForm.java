package io.camber.map.check;

import io.camber.map.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What an element must have: attributes with their kinds, and children. */
record ElementForm(List<Attribute> attributes, List<String> children) {
  /**
   * One attribute.
   *
   * @param kind d number, n number from 0 on, p number above 0, i whole number, s text, or words separated by bars
   * @param words these words
   */
  record Attribute(String name, String kind, boolean required, Set<String> words) {
    static Attribute of(String name, String kind, boolean required) {
      return new Attribute(name, kind, required, Set.of(kind.split("\\|", -1)));
    }
  }

  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,9}");

  /** A line of elements.txt behind the element's name. */
  static ElementForm parse(String text) {
    List<Attribute> attributes = new ArrayList<>();
    List<String> children = new ArrayList<>();
    for (String word : text.isBlank() ? new String[0] : text.trim().split("\\s+", -1)) {
      if (word.startsWith(">")) {
        children.add(word.substring(1));
      } else {
        int colon = word.indexOf(':');
        String name = word.substring(0, colon);
        boolean required = name.endsWith("!");
        attributes.add(Attribute.of(
            required ? name.substring(0, name.length() - 1) : name,
            word.substring(colon + 1),
            required));
      }
    }
    return new ElementForm(attributes, children);
  }

  void check(XmlElement element, Consumer<String> problems) {
    for (String child : children) {
      if (element.all(child).isEmpty()) {
        problems.accept("has no " + child);
      }
    }
    for (Attribute attribute : attributes) {
      Optional<String> value = element.find(attribute.name());
      if (value.isEmpty()) {
        // An empty text is a text.
        if (attribute.required()
            && !(attribute.kind().equals("s") && element.has(attribute.name()))) {
          problems.accept("has no attribute " + attribute.name());
        }
      } else if (!fits(element, attribute, value.get())) {
        problems.accept(attribute.name() + "=\"" + value.get() + "\" " + wanted(attribute.kind()));
      }
    }
  }

  private static boolean fits(XmlElement element, Attribute attribute, String value) {
    return switch (attribute.kind()) {
      case "s" -> true;
      case "d" -> !Double.isNaN(element.numberOrNan(attribute.name()));
      case "n" -> element.numberOrNan(attribute.name()) >= 0.0;
      case "p" -> element.numberOrNan(attribute.name()) > 0.0;
      case "i" -> isWhole(element.numberOrNan(attribute.name()), value);
      default -> attribute.words().contains(value);
    };
  }

  private static boolean isWhole(double number, String value) {
    return number == Math.rint(number) && WHOLE.matcher(value.trim()).matches();
  }

  private static String wanted(String kind) {
    return switch (kind) {
      case "d" -> "is not a finite number";
      case "n" -> "is not a number from 0 on";
      case "p" -> "is not a number above 0";
      case "i" -> "is not a whole number";
      default -> "is none of " + kind.replace("|", ", ");
    };
  }
}
