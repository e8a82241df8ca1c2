package io.camber.sim.scenario.check;

import io.camber.sim.scenario.expression.Scope;
import io.camber.sim.scenario.xml.XmlElement;
import java.util.List;

/** Looks at every element of a file once, parents before children. */
interface Visitor {
  /**
   * Looks at one element.
   *
   * @param above the elements it lies in, outermost first
   * @param scope the parameters it may use
   */
  void visit(XmlElement element, List<XmlElement> above, Scope scope);

  /** Called when the whole file has been seen. */
  default void finish() {}
}
