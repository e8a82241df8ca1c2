package io.camber.bus.parameter;

import java.util.List;
import java.util.function.Consumer;

/** Changes the parameters of one other node. */
public interface ParameterClient {
  /** Asks for a change, all or nothing; one of the two is called later, in a handler of the asking node. */
  void set(
      List<ParameterRequest.Assignment> assignments,
      long timeoutNs,
      Consumer<ParameterAnswer> onAnswer,
      Runnable onTimeout);
}
