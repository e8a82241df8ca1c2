package io.camber.messages;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import io.camber.bus.Schema;

/**
 * The schema of a message one of whose {@code bytes} fields holds a message of another type. Both have the same form on the
 * wire, so a description that names the inner type lets every reader see through.
 */
final class WrappingSchema {
  private WrappingSchema() {}

  /** The outer message's schema with the field of the inner message's type. */
  static Schema of(Descriptor outer, String field, Schema inner) {
    if (!inner.encoding().equals("protobuf")) {
      return ProtobufSchemas.schema(outer);
    }
    try {
      FileDescriptorSet.Builder set = FileDescriptorSet.parseFrom(inner.description()).toBuilder();
      // dependencies come first, so the inner message's own file is the last
      String innerFile = set.getFile(set.getFileCount() - 1).getName();
      FileDescriptorProto.Builder file = outer.getFile().toProto().toBuilder();
      file.setName(file.getName().replace(".proto", "_" + inner.name() + ".proto"))
          .addDependency(innerFile);
      DescriptorProto.Builder message = file.getMessageTypeBuilder(outer.getIndex());
      for (FieldDescriptorProto.Builder each : message.getFieldBuilderList()) {
        if (each.getName().equals(field)) {
          each.setType(FieldDescriptorProto.Type.TYPE_MESSAGE).setTypeName("." + inner.name());
        }
      }
      set.addFile(file);
      return new Schema(outer.getFullName(), "protobuf", set.build().toByteArray());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("schema " + inner.name() + " is broken", e);
    }
  }
}
