package io.camber.app.simulation;

import io.camber.bus.lifecycle.LifecycleTopics;
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

  public static final LifecycleTopics LIFECYCLE =
      new LifecycleTopics(Topics.LIFECYCLE, Topics.LIFECYCLE_REQUESTS, Topics.LIFECYCLE_ANSWERS);

  /** As {@link #RUNTIME}, for runs on the wall clock, whose nodes may be paused. */
  public static final RuntimeTopics REALTIME = new RuntimeTopics(
      Optional.of(Topics.DIAGNOSTICS), Optional.of(PARAMETERS), Optional.of(LIFECYCLE));

  private StandardTopics() {}
}
