package io.camber.messages;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import io.camber.bus.Schema;
import java.util.LinkedHashSet;
import java.util.Set;

/** Describes protobuf messages the way logs carry them: a FileDescriptorSet with every import, dependencies first. */
final class ProtobufSchemas {
  private ProtobufSchemas() {}

  static Schema schema(Descriptor descriptor) {
    Set<FileDescriptor> files = new LinkedHashSet<>();
    collect(descriptor.getFile(), files);
    FileDescriptorSet.Builder set = FileDescriptorSet.newBuilder();
    files.forEach(file -> set.addFile(file.toProto()));
    return new Schema(descriptor.getFullName(), "protobuf", set.build().toByteArray());
  }

  private static void collect(FileDescriptor file, Set<FileDescriptor> files) {
    file.getDependencies().forEach(dependency -> collect(dependency, files));
    files.add(file);
  }
}
