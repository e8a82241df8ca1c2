package io.camber.app.simulation;

import io.camber.bus.node.RuntimeTopics;
import io.camber.bus.parameter.service.ParameterTopics;
import io.camber.messages.Topics;
import java.util.Optional;

/** The topics that the runtime of every run speaks on. */
public final class StandardTopics {
  public static final ParameterTopics PARAMETERS =
      new ParameterTopics(Topics.PARAMETERS, Topics.PARAMETER_REQUESTS, Topics.PARAMETER_ANSWERS);

  public static final RuntimeTopics RUNTIME =
      new RuntimeTopics(Optional.of(Topics.DIAGNOSTICS), Optional.of(PARAMETERS));

  private StandardTopics() {}
}
