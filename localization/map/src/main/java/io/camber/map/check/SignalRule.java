package io.camber.map.check;

import io.camber.map.xml.XmlElement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** References find a signal; boards of several displays are dynamic and have both kinds of boards. */
final class SignalRule implements Rule {
  private static final String REFERENCE =
      "asam.net:xodr:1.7.0:road.signal.reference.used_for_signals_only";
  private static final String SUB_BOARDS =
      "asam.net:xodr:1.8.0:road.signal.boards.multi_board_have_sub_boards";
  private static final String DYNAMIC =
      "asam.net:xodr:1.8.0:road.signal.boards.multi_board_use_dynamic_true";

  @Override
  public List<String> ids() {
    return List.of(REFERENCE, SUB_BOARDS, DYNAMIC);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    Set<String> signals = new LinkedHashSet<>();
    for (CheckedRoad road : subject.roads()) {
      for (XmlElement signal : road.element().all("signals", "signal")) {
        signal.find("id").ifPresent(signals::add);
        checkBoards(signal, findings);
      }
    }
    for (CheckedRoad road : subject.roads()) {
      for (XmlElement reference : road.element().all("signals", "signalReference")) {
        if (!signals.contains(reference.string("id", ""))) {
          findings.errorSince(
              7,
              REFERENCE,
              reference,
              "id=\"" + reference.string("id", "") + "\" is no signal of this file");
        }
      }
    }
  }

  private static void checkBoards(XmlElement signal, Findings findings) {
    if (!signal.string("type", "").equals("multiBoard")) {
      return;
    }
    String id = "id=\"" + signal.string("id", "") + "\" is a multiBoard: ";
    if (signal.all("staticBoard").isEmpty() || signal.all("vmsBoard").isEmpty()) {
      findings.error(SUB_BOARDS, signal, id + "it needs a staticBoard and a vmsBoard");
    }
    if (!List.of("yes", "true", "1").contains(signal.string("dynamic", "no"))) {
      findings.error(DYNAMIC, signal, id + "it needs dynamic=\"yes\"");
    }
  }
}
