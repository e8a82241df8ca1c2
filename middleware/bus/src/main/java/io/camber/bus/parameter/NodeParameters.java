package io.camber.bus.parameter;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A node's own parameters: declared while it starts, set from outside between two of its calls. */
public interface NodeParameters {
  /**
   * Declares a parameter and returns its value as it is whenever it is asked for.
   *
   * @throws IllegalArgumentException when the value given at the start does not suit; the message names key and range
   */
  <T> Supplier<T> declare(Parameter<T> parameter);

  /**
   * Keeps something made of the values up to date: {@code make} is called now and before every change, with the values as
   * they would be, and refuses the whole change by an {@link IllegalArgumentException} that says why; what it made goes to
   * {@code use} once the change is accepted. It must have no effect of its own.
   */
  <C> void bind(Function<ParameterValues, C> make, Consumer<C> use);
}
