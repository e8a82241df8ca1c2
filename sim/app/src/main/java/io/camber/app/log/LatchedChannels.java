package io.camber.app.log;

import io.camber.bus.Qos;
import io.camber.mcap.McapRecord;
import io.camber.messages.Topics;
import java.util.regex.Pattern;

/** Channels whose newest message holds until the next: our latched topics, and what ROS says of its own. */
public final class LatchedChannels {
  private static final String STATIC_TRANSFORMS = "/tf_static";

  /** Profiles of ROS 2 are YAML; a number is that of {@code rmw_qos_durability_policy_t}. */
  private static final Pattern TRANSIENT_LOCAL =
      Pattern.compile("durability:\\s*(1|transient_local)\\b");

  private LatchedChannels() {}

  public static boolean isLatched(McapRecord.Channel channel) {
    return Topics.find(channel.topic())
        .map(topic -> topic.qos().durability() == Qos.Durability.TRANSIENT_LOCAL)
        .orElseGet(() -> isLatchedInRos(channel));
  }

  private static boolean isLatchedInRos(McapRecord.Channel channel) {
    return channel.topic().equals(STATIC_TRANSFORMS)
        || channel.metadata().getOrDefault("latching", "").equals("1")
        || TRANSIENT_LOCAL
            .matcher(channel.metadata().getOrDefault("offered_qos_profiles", ""))
            .find();
  }
}
