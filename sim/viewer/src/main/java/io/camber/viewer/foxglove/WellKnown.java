package io.camber.viewer.foxglove;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import io.camber.bus.Schema;
import java.util.LinkedHashSet;
import java.util.Set;

/** Describes well-known messages as logs and clients want it: a file set, imports first. */
final class WellKnown {
  private WellKnown() {}

  static Schema schema(Descriptor type) {
    Set<FileDescriptor> files = new LinkedHashSet<>();
    collect(type.getFile(), files);
    FileDescriptorSet.Builder set = FileDescriptorSet.newBuilder();
    files.forEach(file -> set.addFile(file.toProto()));
    return new Schema(type.getFullName(), "protobuf", set.build().toByteArray());
  }

  private static void collect(FileDescriptor file, Set<FileDescriptor> files) {
    file.getDependencies().forEach(dependency -> collect(dependency, files));
    files.add(file);
  }
}
