package io.camber.messages;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.camber.bus.Codec;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.Schema;
import io.camber.bus.action.ActionFeedback;
import io.camber.bus.action.ActionGoal;
import io.camber.bus.action.ActionQuery;
import io.camber.bus.action.ActionStatus;
import io.camber.bus.action.GoalId;
import io.camber.bus.action.GoalState;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;

/** Messages of actions: a goal's id around a message of the action's own. */
final class ActionCodec<T, M extends Message> implements Codec<T> {
  private static final GoalState[] STATES = GoalState.values();

  static final Codec<ActionQuery> QUERY = new ProtobufCodec<>(
      io.camber.messages.proto.ActionQuery.class,
      io.camber.messages.proto.ActionQuery.getDefaultInstance(),
      value -> io.camber.messages.proto.ActionQuery.newBuilder()
          .setId(toProto(value.id()))
          .setCancel(value.cancel())
          .build(),
      proto -> new ActionQuery(fromProto(proto.getId()), proto.getCancel()));

  private final Schema schema;
  private final Parser<M> parser;
  private final Function<T, M> toProto;
  private final Function<M, T> fromProto;

  private ActionCodec(
      Schema schema, Parser<M> parser, Function<T, M> toProto, Function<M, T> fromProto) {
    this.schema = schema;
    this.parser = parser;
    this.toProto = toProto;
    this.fromProto = fromProto;
  }

  static <G> Codec<ActionGoal<G>> goal(Codec<G> inner) {
    return new ActionCodec<>(
        WrappingSchema.of(
            io.camber.messages.proto.ActionGoal.getDescriptor(), "goal", inner.schema()),
        io.camber.messages.proto.ActionGoal.parser(),
        value -> io.camber.messages.proto.ActionGoal.newBuilder()
            .setId(toProto(value.id()))
            .setGoal(bytes(inner, value.goal()))
            .build(),
        proto -> new ActionGoal<>(fromProto(proto.getId()), value(inner, proto.getGoal())));
  }

  static <F> Codec<ActionFeedback<F>> feedback(Codec<F> inner) {
    return new ActionCodec<>(
        WrappingSchema.of(
            io.camber.messages.proto.ActionFeedback.getDescriptor(), "feedback", inner.schema()),
        io.camber.messages.proto.ActionFeedback.parser(),
        value -> io.camber.messages.proto.ActionFeedback.newBuilder()
            .setId(toProto(value.id()))
            .setFeedback(bytes(inner, value.feedback()))
            .build(),
        proto -> new ActionFeedback<>(fromProto(proto.getId()), value(inner, proto.getFeedback())));
  }

  static <R> Codec<ActionStatus<R>> status(Codec<R> inner) {
    return new ActionCodec<>(
        WrappingSchema.of(
            io.camber.messages.proto.ActionStatus.getDescriptor(), "result", inner.schema()),
        io.camber.messages.proto.ActionStatus.parser(),
        value -> {
          var proto = io.camber.messages.proto.ActionStatus.newBuilder()
              .setId(toProto(value.id()))
              .setState(
                  io.camber.messages.proto.GoalState.forNumber(EnumCodec.number(value.state())))
              .setReason(value.reason());
          value.result().ifPresent(result -> proto.setResult(bytes(inner, result)));
          return proto.build();
        },
        proto -> new ActionStatus<>(
            fromProto(proto.getId()),
            EnumCodec.fromNumber(
                STATES,
                io.camber.messages.proto.GoalState.GOAL_STATE_UNKNOWN,
                proto.getStateValue()),
            proto.getReason(),
            proto.hasResult() ? Optional.of(value(inner, proto.getResult())) : Optional.empty()));
  }

  private static <V> ByteString bytes(Codec<V> codec, V value) {
    PayloadBuffer buffer = new PayloadBuffer(64);
    codec.encode(value, buffer);
    return ByteString.copyFrom(buffer.view());
  }

  private static <V> V value(Codec<V> codec, ByteString bytes) {
    return codec.decode(bytes.asReadOnlyByteBuffer());
  }

  private static io.camber.messages.proto.GoalId toProto(GoalId id) {
    return io.camber.messages.proto.GoalId.newBuilder()
        .setClient(id.client())
        .setSinceNs(id.sinceNs())
        .setNumber(id.number())
        .build();
  }

  private static GoalId fromProto(io.camber.messages.proto.GoalId proto) {
    return new GoalId(proto.getClient(), proto.getSinceNs(), proto.getNumber());
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public void encode(T value, PayloadBuffer target) {
    ProtobufCodec.append(toProto.apply(value), target);
  }

  @Override
  public T decode(ByteBuffer payload) {
    try {
      return fromProto.apply(parser.parseFrom(payload));
    } catch (InvalidProtocolBufferException e) {
      throw new MalformedMessageException("not a " + schema.name() + ": " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException(
          "a " + schema.name() + " with impossible values: " + e.getMessage(), e);
    }
  }
}
