package io.camber.sim.scenario.check;

import io.camber.diagnostics.InputException;
import io.camber.sim.scenario.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What has been found so far, in the order it was found; one finding of an error a line. */
final class Findings {
  private static final Pattern PLACE = Pattern.compile("(?s)(.+?):(\\d+): (.*)");

  private final String file;
  private final List<Finding> list = new ArrayList<>();

  Findings(String file) {
    this.file = file;
  }

  void add(XmlElement at, CheckRule rule, String problem) {
    list.add(new Finding(at.file(), at.line(), rule, problem));
  }

  void add(CheckRule rule, String problem) {
    list.add(new Finding(file, 0, rule, problem));
  }

  /** Adds the mistake at which the reader or player stopped. */
  void add(CheckRule rule, InputException mistake) {
    addMessage(rule, String.valueOf(mistake.getMessage()));
  }

  /** Adds what the reader or player said, unless a finding on the same line says it already. */
  void addMessage(CheckRule rule, String message) {
    Matcher place = PLACE.matcher(message);
    if (!place.matches()) {
      String problem =
          message.startsWith(file + ": ") ? message.substring(file.length() + 2) : message;
      list.add(new Finding(file, 0, rule, problem));
      return;
    }
    Finding found =
        new Finding(place.group(1), Integer.parseInt(place.group(2)), rule, place.group(3));
    Optional<Finding> known = list.stream()
        .filter(other -> other.rule().isError() == rule.isError())
        .filter(other -> other.file().equals(found.file()) && other.line() == found.line())
        .findFirst();
    if (known.isEmpty() || !rule.isError()) {
      list.add(found);
    }
  }

  List<Finding> list() {
    return List.copyOf(list);
  }
}
