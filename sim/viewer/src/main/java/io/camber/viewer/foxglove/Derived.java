package io.camber.viewer.foxglove;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import io.camber.viewer.drive.DriveMessage;
import java.util.Optional;
import java.util.function.Function;

/**
 * A topic that exists only for viewers, made of another.
 *
 * @param source the drive's topic
 * @param topic the made one, under {@code /viz} or {@code /tf}
 * @param type what it carries
 * @param make the message; empty when there is nothing to show
 */
record Derived(
    String source,
    String topic,
    Descriptor type,
    Function<DriveMessage, Optional<? extends Message>> make) {}
