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
import org.jspecify.annotations.Nullable;

/** Turns the description that travels with a topic back into something that reads messages. */
final class MessageDescriptors {
  /** Logs ask for one schema many times in a row. */
  private static volatile @Nullable Known last;

  private MessageDescriptors() {}

  private record Known(Schema schema, Descriptor descriptor) {}

  static Descriptor of(Schema schema) {
    Known known = last;
    if (known != null && known.schema() == schema) {
      return known.descriptor();
    }
    Descriptor built = build(schema);
    last = new Known(schema, built);
    return built;
  }

  private static Descriptor build(Schema schema) {
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
