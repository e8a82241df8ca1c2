package io.camber.messages;

import io.camber.bus.Codec;
import io.camber.bus.parameter.ParameterAnswer;
import io.camber.bus.parameter.ParameterDescriptor;
import io.camber.bus.parameter.ParameterRange;
import io.camber.bus.parameter.ParameterRequest;
import io.camber.bus.parameter.ParameterRequest.Assignment;
import io.camber.bus.parameter.ParameterState;
import io.camber.bus.parameter.ParameterType;
import io.camber.bus.parameter.ParameterValue;
import java.util.Optional;

/** Parameters of nodes: their state, and requests to change them. */
final class ParameterCodec {
  private static final ParameterType[] TYPES = ParameterType.values();

  static final Codec<ParameterState> STATE = new ProtobufCodec<>(
      io.camber.messages.proto.ParameterState.class,
      io.camber.messages.proto.ParameterState.getDefaultInstance(),
      ParameterCodec::toProto,
      ParameterCodec::fromProto);

  static final Codec<ParameterRequest> REQUEST = new ProtobufCodec<>(
      io.camber.messages.proto.ParameterRequest.class,
      io.camber.messages.proto.ParameterRequest.getDefaultInstance(),
      ParameterCodec::toProto,
      ParameterCodec::fromProto);

  static final Codec<ParameterAnswer> ANSWER = new ProtobufCodec<>(
      io.camber.messages.proto.ParameterAnswer.class,
      io.camber.messages.proto.ParameterAnswer.getDefaultInstance(),
      value -> io.camber.messages.proto.ParameterAnswer.newBuilder()
          .setAccepted(value.accepted())
          .setReason(value.reason())
          .addAllChanged(value.changed())
          .build(),
      proto -> new ParameterAnswer(proto.getAccepted(), proto.getReason(), proto.getChangedList()));

  private ParameterCodec() {}

  private static io.camber.messages.proto.ParameterState toProto(ParameterState state) {
    var proto = io.camber.messages.proto.ParameterState.newBuilder()
        .setTimeNs(state.timeNs())
        .setNode(state.node())
        .addAllChanged(state.changed());
    state.entries().forEach(entry -> proto.addParameters(toProto(entry)));
    return proto.build();
  }

  private static ParameterState fromProto(io.camber.messages.proto.ParameterState proto) {
    return new ParameterState(
        proto.getTimeNs(),
        proto.getNode(),
        proto.getParametersList().stream().map(ParameterCodec::fromProto).toList(),
        proto.getChangedList());
  }

  private static io.camber.messages.proto.Parameter toProto(ParameterState.Entry entry) {
    ParameterDescriptor descriptor = entry.descriptor();
    var proto = io.camber.messages.proto.Parameter.newBuilder()
        .setName(descriptor.name())
        .setValue(toProto(entry.value()))
        .setType(
            io.camber.messages.proto.ParameterType.forNumber(EnumCodec.number(descriptor.type())))
        .setInitial(toProto(descriptor.initial()))
        .setUnit(descriptor.unit())
        .setDescription(descriptor.description())
        .addAllChoices(descriptor.choices())
        .setReadOnly(descriptor.readOnly());
    descriptor
        .range()
        .ifPresent(range -> proto.getRangeBuilder().setMin(range.min()).setMax(range.max()));
    return proto.build();
  }

  private static ParameterState.Entry fromProto(io.camber.messages.proto.Parameter proto) {
    Optional<ParameterRange> range = proto.hasRange()
        ? Optional.of(
            new ParameterRange(proto.getRange().getMin(), proto.getRange().getMax()))
        : Optional.empty();
    ParameterDescriptor descriptor = new ParameterDescriptor(
        proto.getName(),
        EnumCodec.fromNumber(
            TYPES,
            io.camber.messages.proto.ParameterType.PARAMETER_TYPE_BOOL,
            proto.getTypeValue()),
        fromProto(proto.getInitial()),
        proto.getUnit(),
        proto.getDescription(),
        range,
        proto.getChoicesList(),
        proto.getReadOnly());
    return new ParameterState.Entry(descriptor, fromProto(proto.getValue()));
  }

  private static io.camber.messages.proto.ParameterRequest toProto(ParameterRequest request) {
    var proto = io.camber.messages.proto.ParameterRequest.newBuilder().setNode(request.node());
    for (Assignment each : request.assignments()) {
      proto.addAssignmentsBuilder().setName(each.name()).setValue(toProto(each.value()));
    }
    return proto.build();
  }

  private static ParameterRequest fromProto(io.camber.messages.proto.ParameterRequest proto) {
    return new ParameterRequest(
        proto.getNode(),
        proto.getAssignmentsList().stream()
            .map(each -> new Assignment(each.getName(), fromProto(each.getValue())))
            .toList());
  }

  private static io.camber.messages.proto.ParameterValue toProto(ParameterValue value) {
    var proto = io.camber.messages.proto.ParameterValue.newBuilder();
    if (value instanceof ParameterValue.Bool bool) {
      proto.setBoolValue(bool.value());
    } else if (value instanceof ParameterValue.Whole whole) {
      proto.setLongValue(whole.value());
    } else if (value instanceof ParameterValue.Real real) {
      proto.setDoubleValue(real.value());
    } else {
      proto.setTextValue(value.text());
    }
    return proto.build();
  }

  private static ParameterValue fromProto(io.camber.messages.proto.ParameterValue proto) {
    return switch (proto.getKindCase()) {
      case BOOL_VALUE -> ParameterValue.of(proto.getBoolValue());
      case LONG_VALUE -> ParameterValue.of(proto.getLongValue());
      case DOUBLE_VALUE -> ParameterValue.of(proto.getDoubleValue());
      case TEXT_VALUE -> ParameterValue.of(proto.getTextValue());
      case KIND_NOT_SET -> throw new IllegalArgumentException("a parameter has no value");
    };
  }
}
