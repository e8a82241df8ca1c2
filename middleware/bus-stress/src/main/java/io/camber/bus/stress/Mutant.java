package io.camber.bus.stress;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The bus with one thing wrong, and the test that must notice. Only what this processor or the compiler can show: x86 keeps
 * stores in order among themselves, and loads, so fences are taken out where a load must not pass a store, and elsewhere
 * orders are swapped or checks come too early.
 */
public enum Mutant {
  COMMITTED_BEFORE_COPIED("shm.CommitStress", "shm.SegmentWriter"),
  CHECKED_BEFORE_COPIED("shm.KeepLastStress", "shm.ReaderLink"),
  PINNED_WITHOUT_FENCE("shm.PinStress", "shm.PositionFile"),
  INTENT_WITHOUT_FENCE("shm.PinStress", "shm.SegmentWriter"),
  MOVED_BEFORE_SUCCESSOR_IS_SHOWN("shm.MoveStress", "shm.SegmentWriter"),
  SLEEP_WITHOUT_FENCE("shm.SleepStress", "shm.FifoBell"),
  RUNG_WITHOUT_FENCE("shm.SleepStress", "shm.SegmentWriter"),
  DEAD_NODE_KNOWN_BEFORE_ITS_LOCK("shm.ReclaimStress", "shm.DeadNode"),
  BIRTHS_WITHOUT_ATOMIC_ADD("shm.GenerationStress", "shm.file.Words"),
  COUNTER_READ_AFTER_DIRECTORY("shm.DiscoveryStress", "shm.Registry"),
  CLOSED_WITHOUT_LOOKING_INSIDE("shm.DoorStress", "shm.Door"),
  CLOSED_WITHOUT_STOPPING_ALL("shm.DoorProtocolStress", "shm.Door"),
  HANDED_OVER_WITHOUT_VOLATILE("realtime.HandOverStress", "realtime.ParkBell");

  private static final String BUS = "io.camber.bus.";
  private static final String SHM = "io/camber/bus/shm/";
  private static final String FILE = SHM + "file/";

  private final String test;
  private final String mutated;

  Mutant(String test, String mutated) {
    this.test = BUS + test;
    this.mutated = BUS + mutated;
  }

  /** The test that catches it. */
  String test() {
    return test;
  }

  Weaving weave() {
    Weaving code = Weaving.of(mutated);
    return switch (this) {
      case COMMITTED_BEFORE_COPIED -> code.swapped("sendCopy", "copy", "publish");
      case CHECKED_BEFORE_COPIED -> code.insteadOfLast("read", "isIntact", takenForIntact());
      case PINNED_WITHOUT_FENCE -> code.instead("hold", "putLongVolatile", "putLongRelease");
      case INTENT_WITHOUT_FENCE ->
        code.instead("extend", "putLongVolatile", "putLongRelease").withoutFences("extend");
      case MOVED_BEFORE_SUCCESSOR_IS_SHOWN -> code.swapped("move", "adopt", "retire");
      case SLEEP_WITHOUT_FENCE ->
        code.instead("awaitOrFault", "putLongVolatile", "putLongRelease")
            .withoutFences("awaitOrFault");
      case RUNG_WITHOUT_FENCE -> code.withoutFences("publish");
      case DEAD_NODE_KNOWN_BEFORE_ITS_LOCK ->
        code.insteadOfLast(
            "reclaim(Ljava/lang/String;L" + FILE + "BusFiles;L" + FILE + "Generation;"
                + "Ljava/nio/channels/FileChannel;Ljava/lang/Object;)Z",
            "fileKey",
            List.of(new InsnNode(Opcodes.POP), new VarInsnNode(Opcodes.ALOAD, 4)));
      case BIRTHS_WITHOUT_ATOMIC_ADD -> code.rewritten("addLong", addInTwoSteps());
      case COUNTER_READ_AFTER_DIRECTORY -> code.insteadOfLastLong("scan", readNow());
      case CLOSED_WITHOUT_LOOKING_INSIDE ->
        code.rewritten(
            "isOfAnother", List.of(new InsnNode(Opcodes.ICONST_0), new InsnNode(Opcodes.IRETURN)));
      case CLOSED_WITHOUT_STOPPING_ALL ->
        code.rewritten("stopAll", List.of(new InsnNode(Opcodes.RETURN)));
      case HANDED_OVER_WITHOUT_VOLATILE -> code.withoutVolatile();
    };
  }

  /** In place of a question to a segment about a position: yes. */
  private static List<AbstractInsnNode> takenForIntact() {
    return List.of(
        new InsnNode(Opcodes.POP2), new InsnNode(Opcodes.POP), new InsnNode(Opcodes.ICONST_1));
  }

  private static List<AbstractInsnNode> addInTwoSteps() {
    return List.of(
        new VarInsnNode(Opcodes.ALOAD, 0),
        new VarInsnNode(Opcodes.ILOAD, 1),
        words("longAcquire", "(Ljava/nio/ByteBuffer;I)J"),
        new VarInsnNode(Opcodes.LSTORE, 4),
        new VarInsnNode(Opcodes.ALOAD, 0),
        new VarInsnNode(Opcodes.ILOAD, 1),
        new VarInsnNode(Opcodes.LLOAD, 4),
        new VarInsnNode(Opcodes.LLOAD, 2),
        new InsnNode(Opcodes.LADD),
        words("putLongRelease", "(Ljava/nio/ByteBuffer;IJ)V"),
        new VarInsnNode(Opcodes.LLOAD, 4),
        new InsnNode(Opcodes.LRETURN));
  }

  private static MethodInsnNode words(String name, String descriptor) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, FILE + "Words", name, descriptor, false);
  }

  /** The generation as it is by now. */
  private static List<AbstractInsnNode> readNow() {
    return List.of(
        new VarInsnNode(Opcodes.ALOAD, 0),
        new FieldInsnNode(
            Opcodes.GETFIELD, SHM + "Registry", "generation", "L" + FILE + "Generation;"),
        new MethodInsnNode(Opcodes.INVOKEVIRTUAL, FILE + "Generation", "now", "()J"));
  }
}
