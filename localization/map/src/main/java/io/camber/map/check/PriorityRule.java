package io.camber.map.check;

import io.camber.map.xml.XmlElement;
import java.util.List;

/** A priority of a junction names both roads. */
final class PriorityRule implements Rule {
  private static final String ID = "asam.net:xodr:1.8.0:junctions.priority.high_and_low_attr";

  @Override
  public List<String> ids() {
    return List.of(ID);
  }

  @Override
  public void check(Subject subject, Findings findings) {
    for (XmlElement junction : subject.junctions()) {
      for (XmlElement priority : junction.all("priority")) {
        if (priority.find("high").isEmpty() || priority.find("low").isEmpty()) {
          findings.errorOnlySince(8, ID, priority, "needs both a high and a low road");
        }
      }
    }
  }
}
