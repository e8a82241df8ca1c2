package io.camber.app.log;

import io.camber.bus.Qos;
import io.camber.mcap.McapRecord;
import io.camber.messages.Topics;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Channels whose newest messages hold until others come: our latched topics, and what ROS says of its own. */
public final class LatchedChannels {
  private static final String STATIC_TRANSFORMS = "/tf_static";

  /** Profiles of ROS 2 are YAML; a number is that of {@code rmw_qos_durability_policy_t}. */
  private static final Pattern TRANSIENT_LOCAL =
      Pattern.compile("durability:\\s*(1|transient_local)\\b");

  private static final Pattern DEPTH = Pattern.compile("depth:\\s*(\\d{1,6})\\b");

  private LatchedChannels() {}

  /** How many of a channel's newest messages hold; our logs have a channel a publisher, those of ROS one for all. */
  public static int held(McapRecord.Channel channel) {
    return Topics.find(channel.topic())
        .map(topic -> topic.qos().durability() == Qos.Durability.TRANSIENT_LOCAL ? 1 : 0)
        .orElseGet(() -> heldInRos(channel));
  }

  private static int heldInRos(McapRecord.Channel channel) {
    if (channel.topic().equals(STATIC_TRANSFORMS)) {
      return Integer.MAX_VALUE;
    }
    String profiles = channel.metadata().getOrDefault("offered_qos_profiles", "");
    if (TRANSIENT_LOCAL.matcher(profiles).find()) {
      Matcher depth = DEPTH.matcher(profiles);
      return depth.find() ? Math.max(1, Integer.parseInt(depth.group(1))) : 1;
    }
    return channel.metadata().getOrDefault("latching", "").equals("1") ? 1 : 0;
  }
}
