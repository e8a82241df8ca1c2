package io.camber.sim.scenario.entity;

import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;

/**
 * A Controller as the file describes it. The standard says nothing of what one does: that is for its name, or for a property
 * that names a model, to tell.
 *
 * @param label name of the ObjectController that holds it, if any
 */
@Plays(
    value = "Controller",
    support = Support.PARTLY,
    note =
        "ACCController, ALKSController, ALKS_R157SM_Controller (Regulation, ReferenceDriver), CamberTraffic and ExternalController have a model; others leave the entity to the storyboard")
public record ControllerModel(String label, String name, Properties properties) {
  /** Property by which files written for esmini name the model. */
  private static final String MODEL = "esminiController";

  /** Reads a Controller element or the catalog entry that stands for one. */
  public static ControllerModel read(String label, Node described) {
    Node node = described.withParameters();
    node.ignoreAttributes("controllerType");
    return new ControllerModel(label, node.text("name", ""), Properties.read(node));
  }

  /** Whether a reference means this controller. */
  boolean isCalled(String reference) {
    return reference.equals(label) || reference.equals(name);
  }

  /** True when the storyboard's actions on speed have no effect while it is active; false when they set its target. */
  public boolean overrides() {
    return properties.find("mode").map(mode -> mode.equals("override")).orElse(!isAdditive());
  }

  private boolean isAdditive() {
    return model().equals("ACCController") || model().equals("ALKSController");
  }

  /** What it is a model of: the property that says so, else the controller's own name. */
  public String model() {
    return properties.find(MODEL).orElse(name);
  }
}
