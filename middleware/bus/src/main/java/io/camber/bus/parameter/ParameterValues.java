package io.camber.bus.parameter;

/** The values of a node's parameters, all at one moment. */
public interface ParameterValues {
  /** The value of a declared parameter. */
  <T> T of(Parameter<T> parameter);
}
