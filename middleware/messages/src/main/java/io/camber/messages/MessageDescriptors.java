package io.camber.messages;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns the description that travels with a topic back into something that reads messages. */
final class MessageDescriptors {
  private MessageDescriptors() {}

  static Descriptor of(Schema schema) {
    try {
      Map<String, FileDescriptor> files = new LinkedHashMap<>();
      FileDescriptorSet set = FileDescriptorSet.parseFrom(schema.description());
      for (FileDescriptorProto file : set.getFileList()) {
        FileDescriptor[] imports =
            file.getDependencyList().stream().map(files::get).toArray(FileDescriptor[]::new);
        files.put(file.getName(), FileDescriptor.buildFrom(file, imports));
      }
      for (FileDescriptor file : files.values()) {
        for (Descriptor type : file.getMessageTypes()) {
          if (type.getFullName().equals(schema.name())) {
            return type;
          }
        }
      }
      throw new MalformedMessageException("schema " + schema.name() + " does not describe itself");
    } catch (InvalidProtocolBufferException | DescriptorValidationException e) {
      throw new MalformedMessageException(
          "schema " + schema.name() + " is broken: " + e.getMessage(), e);
    }
  }
}
