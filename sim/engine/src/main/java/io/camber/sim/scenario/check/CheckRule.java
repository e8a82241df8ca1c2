package io.camber.sim.scenario.check;

/**
 * Rules a scenario may break. Those of ASAM's quality checker bear its identifiers; the rest are what this simulator needs to
 * play a file.
 */
public enum CheckRule {
  VALID_XML_DOCUMENT("asam.net:xosc:1.0.0:xml.valid_xml_document"),
  ROOT_TAG("asam.net:xosc:1.0.0:xml.root_tag_is_openscenario"),
  FILEHEADER("asam.net:xosc:1.0.0:xml.fileheader_is_present"),
  VERSION("asam.net:xosc:1.0.0:xml.version_is_defined"),
  VALID_SCHEMA("asam.net:xosc:1.0.0:xml.valid_schema"),
  ALLOWED_OPERATORS("asam.net:xosc:1.1.0:data_type.allowed_operators"),
  TRANSITION_TIME(
      "asam.net:xosc:1.2.0:data_type.non_negative_transition_time_in_light_state_action"),
  PHASE_DURATION("asam.net:xosc:1.2.0:data_type.positive_duration_in_phase"),
  UNIQUE_ENTITY_NAMES(
      "asam.net:xosc:1.2.0:reference_control.uniquely_resolvable_entity_references_by_name"),
  ENTITY_REFERENCES("asam.net:xosc:1.2.0:reference_control.resolvable_entity_references_by_name"),
  ACTORS("asam.net:xosc:1.2.0:reference_control.valid_actor_reference_in_private_actions"),
  VARIABLE_REFERENCES("asam.net:xosc:1.2.0:reference_control.resolvable_variable_reference"),
  SIGNAL_IDS(
      "asam.net:xosc:1.2.0:reference_control.resolvable_signal_id_in_traffic_signal_state_action"),
  SIGNAL_CONTROLLERS(
      "asam.net:xosc:1.2.0:reference_control.resolvable_traffic_signal_controller_by_traffic_signal_controller_ref"),
  ELEMENT_REFERENCES(
      "asam.net:xosc:1.2.0:reference_control.resolvable_storyboard_element_reference"),
  /** Only a warning: many published files repeat names that nobody refers to. */
  UNIQUE_ELEMENT_NAMES("asam.net:xosc:1.2.0:reference_control.unique_element_names_on_same_level"),
  CATALOG_PARAMETERS("asam.net:xosc:1.2.0:parameters.valid_parameter_declaration_in_catalogs"),
  DECLARED_PARAMETERS("camber:xosc:parameters.declared"),
  PARAMETER_CYCLES("camber:xosc:parameters.no_cycles"),
  EXPRESSION_VALUES("camber:xosc:expressions.have_values"),
  READABLE("camber:xosc:reader.accepts"),
  PLAYABLE("camber:xosc:player.accepts"),
  COMES_TO_REST("camber:xosc:storyboard.comes_to_rest"),
  /** Only a warning: understood, without the full effect. */
  FULL_EFFECT("camber:xosc:reader.full_effect");

  private final String id;

  CheckRule(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  /** The rule's name without its domain and version: the last part of {@link #id()}. */
  public String shortName() {
    return id.substring(id.lastIndexOf('.') + 1);
  }

  /** True when breaking it keeps a scenario from being played as it is written. */
  public boolean isError() {
    return this != UNIQUE_ELEMENT_NAMES && this != FULL_EFFECT;
  }
}
