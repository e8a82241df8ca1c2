package io.camber.messages;

import io.camber.bus.Codec;
import io.camber.bus.lifecycle.LifecycleRequest;
import io.camber.bus.lifecycle.LifecycleState;
import io.camber.bus.lifecycle.LifecycleStatus;

/** States of nodes, and requests to change them. */
final class LifecycleCodec {
  private static final LifecycleState[] STATES = LifecycleState.values();

  static final Codec<LifecycleStatus> STATUS = new ProtobufCodec<>(
      io.camber.messages.proto.LifecycleStatus.class,
      io.camber.messages.proto.LifecycleStatus.getDefaultInstance(),
      value -> io.camber.messages.proto.LifecycleStatus.newBuilder()
          .setTimeNs(value.timeNs())
          .setNode(value.node())
          .setState(
              io.camber.messages.proto.LifecycleState.forNumber(EnumCodec.number(value.state())))
          .build(),
      proto -> new LifecycleStatus(
          proto.getTimeNs(),
          proto.getNode(),
          EnumCodec.fromNumber(
              STATES,
              io.camber.messages.proto.LifecycleState.LIFECYCLE_STATE_UNCONFIGURED,
              proto.getStateValue())));

  static final Codec<LifecycleRequest> REQUEST = new ProtobufCodec<>(
      io.camber.messages.proto.LifecycleRequest.class,
      io.camber.messages.proto.LifecycleRequest.getDefaultInstance(),
      value -> io.camber.messages.proto.LifecycleRequest.newBuilder()
          .setNode(value.node())
          .setActive(value.active())
          .build(),
      proto -> new LifecycleRequest(proto.getNode(), proto.getActive()));

  private LifecycleCodec() {}
}
