package io.camber.messages;

import io.camber.bus.Codec;
import io.camber.bus.HealthReport;
import io.camber.diagnostics.Ticket;

/** Health of nodes, and tickets. */
final class DiagnosticCodec {
  private static final HealthReport.Level[] LEVELS = HealthReport.Level.values();

  static final Codec<HealthReport> DIAGNOSTIC = new ProtobufCodec<>(
      io.camber.messages.proto.Diagnostic.class,
      io.camber.messages.proto.Diagnostic.getDefaultInstance(),
      value -> io.camber.messages.proto.Diagnostic.newBuilder()
          .setTimeNs(value.timeNs())
          .setNode(value.node())
          .setLevel(io.camber.messages.proto.HealthLevel.forNumber(EnumCodec.number(value.level())))
          .setCode(value.code())
          .setDetail(value.detail())
          .build(),
      proto -> new HealthReport(
          proto.getTimeNs(),
          proto.getNode(),
          EnumCodec.fromNumber(
              LEVELS, io.camber.messages.proto.HealthLevel.HEALTH_LEVEL_OK, proto.getLevelValue()),
          proto.getCode(),
          proto.getDetail()));

  static final Codec<Ticket> TICKET = new ProtobufCodec<>(
      io.camber.messages.proto.Ticket.class,
      io.camber.messages.proto.Ticket.getDefaultInstance(),
      value -> io.camber.messages.proto.Ticket.newBuilder()
          .setTimeNs(value.timeNs())
          .setKey(value.key())
          .setCheck(value.check())
          .setOwner(value.owner())
          .setSeverity(value.severity())
          .setDetail(value.detail())
          .build(),
      proto -> new Ticket(
          proto.getTimeNs(),
          proto.getKey(),
          proto.getCheck(),
          proto.getOwner(),
          proto.getSeverity(),
          proto.getDetail()));

  private DiagnosticCodec() {}
}
